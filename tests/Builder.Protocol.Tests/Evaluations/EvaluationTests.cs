using System.Text;
using System.Text.Json;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;

namespace Builder.Protocol.Tests.Evaluations;

public sealed class EvaluationTests
{
    private static readonly Dictionary<string, double?> Scores = new() { ["accuracy"] = 0.5 };

    private static Evaluation Example => new()
    {
        Task = TaskKind.Classification, Part = "test", Samples = 2, Train = Scores, Validation = Scores, Test = Scores, Baseline = Scores,
        Units = new Dictionary<string, string>(),
        Heads =
        [
            new HeadEvaluation
            {
                Name = "kind", Task = TaskKind.Classification, Targets = ["kind"],
                Classes = new ClassEvaluation
                {
                    Names = ["a", "b"], Confusion = [[1, 0], [1, 0]], PerClass = [new ClassResult("a", 0.5, 1, 2 / 3.0, 1)],
                    Curves = [new ClassCurve("b", 0.5, 0.5, [new CurvePoint(0, 0, null), new CurvePoint(1, 1, 0.25)], [])],
                    Calibration = [new CalibrationBin(0.3, 0.5, 2)],
                },
                Examples = [new Example { Row = 7, True = "b", Predicted = "a", Loss = 1.5, Right = false, Inputs = new Dictionary<string, string?> { ["x"] = null } }],
            },
        ],
        Texts = [new WrittenText("", 0.8, "床前明月光")],
    };

    [Fact]
    public void An_evaluation_reads_back_as_the_same_bytes()
    {
        var json = Example.ToJson();

        Assert.Equal(json, Evaluation.FromJson(json).ToJson());
        Assert.Contains("[0,0,null],[1,1,0.25]", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Equal(7, Evaluation.FromJson(json).Heads[0].Examples[0].Row);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("no json")]
    [InlineData("""{"task":"t","part":"test","samples":1,"train":{},"validation":{},"test":{},"baseline":{},"units":{},"heads":[null]}""")]
    [InlineData("""{"task":"t","part":"test","samples":1,"train":null,"validation":{},"test":{},"baseline":{},"units":{}}""")]
    public void Something_else_is_not_read_as_an_evaluation(string text) =>
        Assert.ThrowsAny<JsonException>(() => Evaluation.FromJson(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("\"loss\":1.5", "\"loss\":1e999")]
    [InlineData("[1,1,0.25]", "[1,-1e999,0.25]")]
    public void A_number_that_no_file_can_hold_is_not_read(string written, string hostile)
    {
        var json = Encoding.UTF8.GetString(Example.ToJson());

        Assert.Contains(written, json, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => Evaluation.FromJson(Encoding.UTF8.GetBytes(json.Replace(written, hostile, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_newer_format_is_not_read() => Assert.ThrowsAny<JsonException>(() => Evaluation.FromJson((Example with { Format = 2 }).ToJson()));
}
