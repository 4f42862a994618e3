using Builder.Runner.Tests.Examples;
using Builder.Training.Layers;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Loop;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Programs;

public sealed class LayerChainTests
{
    private const double Share = 0.75;

    /// <summary>Every operator, with every kind of number that it may have.</summary>
    public static TheoryData<string, string> Links => new()
    {
        { "ReLU", "{}" },
        { "LeakyReLU", """{ "negative_slope": 0.2 }""" },
        { "GELU", "{}" },
        { "GELU", """{ "approximate": "tanh" }""" },
        { "SiLU", "{}" },
        { "Tanh", "{}" },
        { "Sigmoid", "{}" },
        { "Dropout", """{ "p": 0.4 }""" },
        { "Flatten", "{}" },
        { "Linear", """{ "out_features": 5, "bias": false }""" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public void Loss_and_gradients_are_those_of_autograd(string kind, string parameters)
    {
        using var run = LoopRun.OfTable(Network(kind, parameters).Classifies("out", "kind").Trainer("""{ "batch_size": 8 }"""));
        AssertSame(run);
    }

    [Theory]
    [InlineData("MSELoss", "{}")]
    [InlineData("MSELoss", """{ "reduction": "sum" }""")]
    [InlineData("BCEWithLogitsLoss", "{}")]
    [InlineData("BCEWithLogitsLoss", """{ "reduction": "sum" }""")]
    [InlineData("CrossEntropyLoss", """{ "reduction": "sum" }""")]
    public void Other_losses_have_autograds_gradients_too(string loss, string parameters)
    {
        using var run = LoopRun.OfTable(Ends(loss, parameters));
        AssertSame(run);
    }

    [Theory]
    [InlineData("Softplus", "{}")]
    [InlineData("BatchNorm1d", "{}")]
    [InlineData("Dropout", """{ "p": 0 }""")]
    public void What_it_does_not_know_goes_the_usual_way(string kind, string parameters)
    {
        using var run = LoopRun.OfTable(Network(kind, parameters).Classifies("out", "kind").Trainer("""{ "batch_size": 8 }"""));
        Assert.Null(run.Session.Objectives[0].Chain);
    }

    [Theory]
    [InlineData("CrossEntropyLoss", """{ "label_smoothing": 0.1 }""")]
    [InlineData("CrossEntropyLoss", """{ "weight": [1, 2] }""")]
    [InlineData("BCEWithLogitsLoss", """{ "pos_weight": [2] }""")]
    [InlineData("HuberLoss", "{}")]
    public void Losses_that_it_does_not_know_go_the_usual_way(string loss, string parameters)
    {
        using var run = LoopRun.OfTable(Ends(loss, parameters));
        Assert.Null(run.Session.Objectives[0].Chain);
    }

    [Fact]
    public void In_bfloat16_a_chain_goes_the_usual_way()
    {
        using var run = LoopRun.OfTable(Network("ReLU", "{}").Classifies("out", "kind").Trainer("""{ "batch_size": 8, "precision": "bfloat16" }"""));
        Assert.Null(run.Session.Objectives[0].Chain);
    }

    [Fact]
    public void Where_a_layer_feeds_two_others_there_is_no_chain()
    {
        using var run = LoopRun.OfTable(TableProject.Bare
            .Block("hidden", "Linear", """{ "out_features": 4 }""").Block("relu", "ReLU").Block("add", "Add")
            .Block("out", "Linear", """{ "out_features": 2 }""")
            .Chain("input", "hidden", "relu", "add", "out").Link("hidden.output", "add.other")
            .Classifies("out", "kind").Trainer("""{ "batch_size": 8 }"""));
        Assert.Null(run.Session.Objectives[0].Chain);
    }

    private static ProjectFile Network(string kind, string parameters) => TableProject.Bare
        .Block("hidden", "Linear", """{ "out_features": 6 }""").Block("middle", kind, parameters).Block("out", "Linear", """{ "out_features": 2 }""")
        .Chain("input", "hidden", "middle", "out");

    private static string Ends(string loss, string parameters) => TableProject.OfOneColumn(TableProject.Bare
        .Block("hidden", "Linear", """{ "out_features": 6 }""").Block("relu", "ReLU")
        .Block("out", "Linear", loss == "CrossEntropyLoss" ? """{ "out_features": 2 }""" : """{ "out_features": 1 }""")
        .Chain("input", "hidden", "relu", "out")
        .Block("target", "Target", loss == "CrossEntropyLoss" ? """{ "columns": ["kind"] }""" : """{ "columns": ["b"] }""")
        .Block("loss", loss, parameters).Link("out.output", "loss.input").Link("target.output", "loss.target")
        .Block("optimizer", "SGD", """{ "lr": 0.1 }""").Link("loss.output", "optimizer.loss")
        .Trainer("""{ "batch_size": 8 }"""));

    /// <summary>Twice on the same batch, so that gradients are added up; dropout draws the same numbers on both ways.</summary>
    private static void AssertSame(LoopRun run)
    {
        using var scope = NewDisposeScope();
        var objective = run.Session.Objectives[0];
        using var feed = run.Session.DeviceData.Feed(run.Session.Data.Train);
        feed.MoveTo(0, 8);
        var usual = Twice(run, () =>
        {
            objective.Plan.Run(feed, new ForwardContext(Training: true, 8));
            var loss = objective.Plan[objective.Loss];
            loss.mul(Share).backward();
            return loss;
        });
        var chain = Twice(run, () => objective.Chain!.Run(feed, Share));
        Assert.Equal(usual.Losses, chain.Losses);
        Assert.Equal(usual.Gradients.Keys, chain.Gradients.Keys);
        Assert.All(usual.Gradients, gradient => Assert.Equal(gradient.Value, chain.Gradients[gradient.Key]));
    }

    private static (double[] Losses, Dictionary<string, double[]> Gradients) Twice(LoopRun run, Func<Tensor> step)
    {
        manual_seed(5);
        double[] losses = [.. Enumerable.Range(0, 2).Select(_ => (double)step().item<float>())];
        var gradients = run.Session.Program.Weights.ToDictionary(w => w.Name, w => TensorValues.Read(w.Tensor.grad!));
        run.Session.Objectives[0].Optimizer.ZeroGrad();
        return (losses, gradients);
    }
}
