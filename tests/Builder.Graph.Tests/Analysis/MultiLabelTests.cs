using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Analysis;

/// <summary>A target of which a row may have several labels or none: one yes or no each, and never one of them.</summary>
public class MultiLabelTests
{
    private static readonly DataSchema s_films = new([new("films",
    [
        new("minutes", ElementType.Float32, [], null, [], "min"),
        new("year", ElementType.Float32, [], null, [], null),
        new("genre", ElementType.Float32, [3], 3, ["action", "comedy", "drama"], null) { IsMultiLabel = true },
    ], 100, 20, 20)]);

    [Fact]
    public void Yes_or_no_cross_entropy_makes_each_output_the_logit_of_a_label()
    {
        var analysis = Analyze(Films("BCEWithLogitsLoss", 3));

        Assert.Equal([], analysis.Problems.Select(p => p.Message.Words.En));
        var head = Assert.Single(analysis.Heads);
        Assert.Equal((TaskKind.MultiLabel, OutputActivation.Logits, "genre", 3L), (head.Task, head.OutputActivation, head.Name, head.Outputs));
        Assert.Equal(["loss", "macroF1", "precision", "recall", "rocAuc", "prAuc", "subsetAccuracy"], analysis.Scores.Select(s => s.Id));
        Assert.Equal("3 labels, each yes or no [N, 3]", TypeWords.Describe(analysis.Blocks["target"].Outputs[0]).Words.En);
    }

    [Theory]
    [InlineData("CrossEntropyLoss")]
    [InlineData("NLLLoss")]
    public void A_loss_that_chooses_one_class_is_changed_by_its_fix(string loss)
    {
        var document = Films(loss, 3);
        var problem = Assert.Single(Analyze(document).Problems, p => p.Severity == Severity.Error);

        Assert.Equal(("SeveralLabels", "Use “Yes/no cross entropy” instead"), (problem.Code, problem.Fix!.Title.Words.En));
        Assert.Equal([], Analyze(DocumentEditor.Apply(document, problem.Fix.Edit).Document!).Problems.Select(p => p.Message.Words.En));
    }

    [Fact]
    public void A_softmax_before_it_lets_labels_compete_and_is_muted_by_its_fix()
    {
        var document = Films("BCEWithLogitsLoss", 3, softmax: true);
        var problem = Assert.Single(Analyze(document).Problems);

        Assert.Equal(("LabelsCompete", "Mute “Softmax”"), (problem.Code, problem.Fix!.Title.Words.En));
        var mended = Analyze(DocumentEditor.Apply(document, problem.Fix.Edit).Document!);
        Assert.Equal([], mended.Problems.Select(p => p.Message.Words.En));
        Assert.Equal(OutputActivation.Logits, mended.Heads[0].OutputActivation);
    }

    [Fact]
    public void Too_few_outputs_are_given_one_a_label()
    {
        var document = Films("BCEWithLogitsLoss", 2);
        var problem = Assert.Single(Analyze(document).Problems, p => p.Code == "ShapeMismatch");

        Assert.Equal([], Analyze(DocumentEditor.Apply(document, problem.Fix!.Edit).Document!).Problems.Select(p => p.Message.Words.En));
    }

    [Fact]
    public void A_drawing_without_a_loss_is_offered_the_one_that_fits()
    {
        var document = Films(null, 3);
        var problem = Assert.Single(Analyze(document).Problems, p => p.Code == "NoLoss");
        var mended = DocumentEditor.Apply(document, problem.Fix!.Edit).Document!;

        Assert.Contains(mended.Blocks.Values, b => b.Kind == "BCEWithLogitsLoss");
        Assert.Equal(TaskKind.MultiLabel, Analyze(mended).Task);
    }

    [Fact]
    public void Class_scores_judge_labels_and_read_the_sigmoid_before_them()
    {
        var document = Films("BCEWithLogitsLoss", 3);
        foreach (var edit in new Edit[]
        {
            new AddBlock(new Block { Id = "sigmoid", Kind = "Sigmoid" }), new AddBlock(new Block { Id = "scores", Kind = "ClassificationMetrics" }),
            Connect("out", "sigmoid", "input"), Connect("sigmoid", "scores", "input"), Connect("target", "scores", "target"),
        })
        {
            document = DocumentEditor.Apply(document, edit).Document!;
        }

        var head = Analyze(document).Heads[0];
        Assert.Equal((TaskKind.MultiLabel, OutputActivation.Probabilities), (head.Task, head.OutputActivation));
    }

    private static GraphAnalysis Analyze(ProjectDocument document) => GraphAnalyzer.Analyze(document, s_films);

    private static Connect Connect(string from, string to, string port, string output = "output") => new(new Link(new(from, output), new(to, port)));

    private static ProjectDocument Films(string? loss, long outputs, bool softmax = false)
    {
        List<Edit> edits =
        [
            Add("numbers", "NumberInput", ("columns", ParameterValue.Of("minutes", "year"))),
            Add("out", "Linear", ("out_features", outputs)),
            Add("target", "Target", ("columns", ParameterValue.Of("genre"))),
            Connect("numbers", "out", "input"),
        ];
        var last = "out";
        if (softmax)
        {
            edits.AddRange([Add("softmax", "Softmax"), Connect("out", "softmax", "input")]);
            last = "softmax";
        }

        if (loss is not null)
        {
            edits.AddRange(
            [
                Add("loss", loss), Connect(last, "loss", "input"), Connect("target", "loss", "target"),
                Add("adam", "Adam"), Connect("loss", "adam", "loss"), Add("trainer", "Trainer"),
            ]);
        }

        return edits.Aggregate(ProjectDocument.Create("films"), (document, edit) => DocumentEditor.Apply(document, edit).Document!);
    }

    private static AddBlock Add(string id, string kind, params (string Name, ParameterValue Value)[] parameters) =>
        new(new Block { Id = id, Kind = kind, Parameters = parameters.Aggregate(Block.NoParameters, (all, p) => all.SetItem(p.Name, p.Value)) });
}
