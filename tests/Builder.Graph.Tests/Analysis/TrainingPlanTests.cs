using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Analysis;

public class TrainingPlanTests
{
    private static readonly DataSchema s_species = new([new("flowers",
    [
        new("length", ElementType.Float32, [], null, [], "cm"),
        new("width", ElementType.Float32, [], null, [], "cm"),
        new("species", ElementType.Int64, [], 3, ["a", "b", "c"], null),
    ], 100, 20, 20)]);

    [Fact]
    public void A_generator_and_a_discriminator_have_a_loss_and_an_optimizer_each()
    {
        var analysis = Gan(("trains", ParameterValue.Of("generator")), ("trains", "discriminator")).Analyze();

        Assert.Empty(analysis.Problems);
        Assert.Equal(
            ["critic_adam: real critic/score", "maker_adam: fool maker/draw"],
            analysis.Optimizers.Select(o => $"{analysis.Graph.Nodes[o.Node].Path}: {analysis.Graph.Nodes[o.Loss.Node].Path} {string.Join(' ', o.Trains)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_optimizers_that_train_the_same_layer_unasked_are_warned_of()
    {
        var problem = Gan().Problem("TrainedTwice");

        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.True(Gan().Analyze().CanTrain);
    }

    [Fact]
    public void The_sum_of_two_losses_is_a_loss()
    {
        var analysis = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss.input")
            .Block("l1", "L1Loss").Link("out", "l1.input").Link("target", "l1.target")
            .Block("half", "Scale", ("factor", 0.5)).Chain("l1", "half")
            .Block("sum", "Add").Link("loss", "sum.input").Link("half", "sum.other")
            .Block("sgd", "SGD").Chain("sum", "sgd.loss").Analyze();

        Assert.Equal(["loss", "sum"], analysis.Optimizers.Select(o => analysis.Graph.Nodes[o.Loss.Node].Path));
        Assert.DoesNotContain(analysis.Problems, p => p.Severity == Severity.Error);
    }

    [Fact]
    public void Two_losses_on_one_optimizer_are_added_up_by_the_fix()
    {
        var drawing = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss.input")
            .Block("l1", "L1Loss").Link("out", "l1.input").Link("target", "l1.target").Link("l1", "adam.loss", slot: 1);
        var problem = drawing.Problem("TwoLosses");
        var mended = GraphAnalyzer.Analyze(DocumentEditor.Apply(drawing.Document, problem.Fix!.Edit).Document!, Examples.Schema);

        Assert.False(drawing.Analyze().CanTrain);
        Assert.Empty(mended.Problems);
        Assert.Equal("add", mended.Graph.Nodes[mended.Optimizers[0].Loss.Node].Path);
    }

    [Fact]
    public void A_file_with_two_links_to_one_optimizer_is_read_and_explained()
    {
        var document = Examples.Read(Examples.Classifier.Replace(
            "\"links\": [", "\"links\": [ { \"from\": \"loss.output\", \"to\": \"adam.loss\" },", StringComparison.Ordinal));

        Assert.Contains(GraphAnalyzer.Analyze(document, Examples.Schema).Problems, p => p.Code == "TwoLosses");
    }

    [Theory]
    [InlineData("species", 3L, "CrossEntropyLoss")]
    [InlineData("price", 1L, "MSELoss")]
    [InlineData("ill", 1L, "BCEWithLogitsLoss")]
    [InlineData("ill", 2L, "CrossEntropyLoss")]
    public void Without_a_loss_the_fix_adds_the_one_that_fits_and_an_optimizer(string target, long outputs, string loss)
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
            .Block("target", "Target", ("columns", target)).Block("out", "Linear", ("out_features", outputs)).Chain("input", "out");
        var mended = DocumentEditor.Apply(drawing.Document, drawing.Problem("NoLoss").Fix!.Edit).Document!;

        Assert.Contains(mended.Blocks.Values, b => b.Kind == loss);
        Assert.Contains(mended.Blocks.Values, b => b.Kind == "Adam");
        Assert.True(GraphAnalyzer.Analyze(mended, Examples.Schema).CanTrain);
    }

    [Fact]
    public void An_autoencoder_without_target_is_compared_with_its_input()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
            .Block("code", "Linear", ("out_features", 1L)).Block("out", "Linear", ("out_features", 2L)).Chain("input", "code", "out");
        var mended = DocumentEditor.Apply(drawing.Document, drawing.Problem("NoLoss").Fix!.Edit).Document!;

        Assert.Equal("input.output", mended.Links[new(new("mseloss", "target"), 0)].From.ToString());
        Assert.True(GraphAnalyzer.Analyze(mended, Examples.Schema).CanTrain);
    }

    [Fact]
    public void Without_loss_and_target_the_fix_adds_both_and_what_is_left_has_buttons_too()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
            .Block("out", "Linear", ("out_features", 7L)).Chain("input", "out");
        var problem = GraphAnalyzer.Analyze(drawing.Document, s_species).Problems.Single(p => p.Code == "NoLoss");

        Assert.Equal(("Add the target “species” and the loss that fits", "添加目标“species”和合适的损失"), (problem.Fix!.Title.Words.En, problem.Fix.Title.Words.Zh));
        Assert.True(GraphAnalyzer.Analyze(ByButtonsAlone(drawing.Document), s_species).CanTrain);
    }

    [Theory]
    [InlineData(new[] { "length", "width" }, false, "species")]
    [InlineData(new[] { "length" }, true, "width")]
    [InlineData(new[] { "length", "width" }, true, null)]
    public void An_open_target_port_gets_the_column_that_is_left(string[] numbers, bool readsSpecies, string? target)
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of(numbers)))
            .Block("out", "Linear").Block("loss", "CrossEntropyLoss").Chain("input", "out", "loss.input");
        drawing = readsSpecies ? drawing.Block("kind", "CategoryInput", ("columns", ParameterValue.Of("species"))) : drawing;
        var problem = Assert.Single(GraphAnalyzer.Analyze(drawing.Document, s_species).Problems, p => p is { Code: "OpenPort", Block: "loss" });
        var mended = DocumentEditor.Apply(drawing.Document, problem.Fix!.Edit).Document!;

        Assert.Equal(target is null ? "Add a target" : $"Add the target “{target}”", problem.Fix.Title.Words.En);
        Assert.Equal("target.output", mended.Links[new(new("loss", "target"), 0)].From.ToString());
        Assert.Equal(target is null ? null : ParameterValue.Of(target), mended.Blocks["target"].Parameters.GetValueOrDefault("columns"));
    }

    [Fact]
    public void An_open_target_port_takes_the_only_target_that_nobody_reads_even_before_it_fits()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
            .Block("target", "Target").Block("out", "Linear", ("out_features", 7L)).Block("loss", "CrossEntropyLoss").Chain("input", "out", "loss.input");

        Assert.Equal(new Connect(new(new("target", "output"), new("loss", "target"))), drawing.Problem("OpenPort").Fix!.Edit);
        Assert.True(GraphAnalyzer.Analyze(ByButtonsAlone(drawing.Document), s_species).CanTrain);
        Assert.Null(drawing.Block("target2", "Target").Problem("OpenPort").Fix);
    }

    [Fact]
    public void Nobody_guesses_a_target_for_an_autoencoder_nor_without_data()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
            .Block("out", "Linear", ("out_features", 2L)).Block("loss", "MSELoss").Chain("input", "out", "loss.input");

        Assert.Null(drawing.Problem("OpenPort").Fix);
        Assert.Null(GraphAnalyzer.Analyze(drawing.Document, null).Problems.Single(p => p.Code == "OpenPort").Fix);
    }

    [Fact]
    public void A_loss_that_nobody_makes_small_gets_an_optimizer()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width")))
            .Block("target", "Target", ("columns", "price")).Block("out", "Linear", ("out_features", 1L)).Block("loss", "MSELoss")
            .Chain("input", "out", "loss.input").Link("target", "loss.target");
        var problem = drawing.Problem("LossWithoutOptimizer");

        Assert.Equal(Severity.Error, problem.Severity);
        Assert.True(GraphAnalyzer.Analyze(DocumentEditor.Apply(drawing.Document, problem.Fix!.Edit).Document!, Examples.Schema).CanTrain);
    }

    [Fact]
    public void An_optimizer_without_loss_is_linked_to_the_only_one()
    {
        var drawing = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss.input").Block("idle", "SGD");

        Assert.Equal(new Connect(new(new("loss", "output"), new("idle", "loss"))), drawing.Problem("OpenPort").Fix!.Edit);
    }

    [Theory]
    [InlineData("UnknownBlock", "nothing")]
    [InlineData("NothingToTrain", "act")]
    [InlineData("TrainsNothing", "act")]
    public void What_an_optimizer_names_must_be_there_and_have_weights(string code, string name)
    {
        var drawing = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Block("act", "ReLU").Chain("input", "out", "act", "loss.input")
            .With("adam", b => b with { Parameters = b.Parameters.SetItem("trains", code == "NothingToTrain" ? ParameterValue.Of(name) : ParameterValue.Of("out", name)) });

        Assert.Equal("adam", drawing.Problem(code).Block);
        Assert.NotNull(drawing.Problem(code).Fix);
    }

    [Fact]
    public void A_network_without_weights_has_nothing_to_train() =>
        Assert.Null(Drawing.Regression().Block("one", "NumberInput", ("columns", "length")).Block("out", "ReLU").Chain("one", "out", "loss.input").Problem("NothingToTrain").Fix);

    [Fact]
    public void The_schedule_of_an_optimizer_is_found()
    {
        var analysis = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss.input")
            .Block("steps", "StepLR").Chain("steps", "adam.schedule").Analyze();

        Assert.Empty(analysis.Problems);
        Assert.Equal("steps", analysis.Graph.Nodes[analysis.Optimizers[0].Schedule!.Value].Path);
    }

    [Fact]
    public void The_training_plan_is_the_documents_or_all_defaults_and_there_is_only_one()
    {
        var drawing = Drawing.Regression();
        Assert.Equal(32, drawing.Analyze().Trainer.Int("batch_size"));

        drawing.Block("plan", "Trainer", ("batch_size", 8L));
        Assert.Equal(8, drawing.Analyze().Trainer.Int("batch_size"));

        drawing.Block("plan2", "Trainer");
        Assert.Equal(new RemoveBlock("plan2"), drawing.Problem("TwoTrainers").Fix!.Edit);
    }

    [Fact]
    public void Blocks_that_nobody_reads_are_a_warning()
    {
        var drawing = Drawing.Regression().Block("out", "Linear", ("out_features", 1L)).Chain("input", "out", "loss.input").Block("stray", "ReLU").Link("out", "stray");

        Assert.Equal((Severity.Warning, "stray"), (drawing.Problem("Unused").Severity, drawing.Problem("Unused").Block));
        Assert.True(drawing.Analyze().CanTrain);
    }

    [Fact]
    public void Without_a_loss_the_missing_loss_is_the_problem_and_not_every_block_that_waits_for_it()
    {
        var drawing = new Drawing().Block("input", "NumberInput", ("columns", ParameterValue.Of("length"))).Block("layer", "Linear").Block("adam", "Adam").Chain("input", "layer");

        var codes = drawing.Analyze().Problems.Select(p => p.Code).ToArray();

        Assert.DoesNotContain("Unused", codes);
        Assert.NotEmpty(codes);
    }

    /// <summary>The document after somebody pressed the first button again and again.</summary>
    private static ProjectDocument ByButtonsAlone(ProjectDocument document)
    {
        for (var presses = 0; presses < 9; presses++)
        {
            var problems = GraphAnalyzer.Analyze(document, s_species).Problems.Where(p => p.Severity == Severity.Error).ToList();
            if (problems.Count == 0)
            {
                return document;
            }

            document = DocumentEditor.Apply(document, problems.First(p => p.Fix is not null).Fix!.Edit).Document!;
        }

        return document;
    }

    /// <summary>Noise – generator – discriminator – "fool"; data – discriminator (same weights) – "real".</summary>
    private static Drawing Gan(params (string, ParameterValue)[] trains) => new Drawing()
        .In("generator").Block("noise_in", "GroupInput").Block("draw", "Linear", ("out_features", 4L)).Block("drawn", "GroupOutput").Chain("noise_in", "draw", "drawn")
        .In("discriminator").Block("seen", "GroupInput").Block("score", "Linear", ("out_features", 1L)).Block("verdict", "GroupOutput").Chain("seen", "score", "verdict")
        .In(null).Block("noise", "Noise", ("size", ParameterValue.Of(8L))).Block("data", "NumberInput", ("columns", ParameterValue.Of("length", "width", "height", "weight")))
        .Block("maker", "Group", ("group", "generator")).Block("critic", "Group", ("group", "discriminator")).Block("critic2", "Group", ("group", "discriminator"))
        .With("critic2", b => b with { WeightsFrom = "critic" })
        .Chain("noise", "maker.noise_in").Chain("maker.drawn", "critic2.seen").Chain("data", "critic.seen")
        .Block("ones", "Constant", ("value", 1.0)).Chain("critic.verdict", "ones.like")
        .Block("fool", "BCEWithLogitsLoss").Link("critic2.verdict", "fool.input").Link("ones", "fool.target")
        .Block("real", "BCEWithLogitsLoss").Link("critic.verdict", "real.input").Link("ones", "real.target")
        .Block("maker_adam", "Adam", [.. trains.Take(1)]).Chain("fool", "maker_adam.loss")
        .Block("critic_adam", "Adam", [.. trains.Skip(1)]).Chain("real", "critic_adam.loss");
}
