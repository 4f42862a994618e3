using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol.Messages;

namespace Builder.Protocol.Tests;

public sealed class RunEventTests
{
    private static readonly Dictionary<string, double?> Scores = new() { ["loss"] = 0.5, ["r2"] = null };

    private static readonly Message Why = TrainingMessages.ModelTooLarge.With(("values", 5_000_000), ("needed", 1.5), ("free", 1));

    public static TheoryData<RunEvent> Events =>
    [
        new RunEvent.Started(1, "run", TaskKind.Regression, "cpu", 2, 10, 100, 10, 10, 5, 4, null),
        new RunEvent.Progress(1, 2, 4, Scores, 3.5),
        new RunEvent.Progress(1, 2, 4, Scores, 3.5, Scores),
        new RunEvent.RatesChanged(7, 3, 0.316, Scores, Scores),
        new RunEvent.EpochDone(1, Scores, Scores, Scores, 1.5, true),
        new RunEvent.CheckpointWritten("c", 1, 0),
        new RunEvent.SampleMade(1, SampleKind.Text, "“静夜思”"),
        new RunEvent.SampleMade(1, SampleKind.Predictions, "label", [new PictureSample("a.png", "3", "5", 0.75)]),
        new RunEvent.SampleMade(1, SampleKind.Points, "y", null, [new ValuePoint(1, 2.5)], "MPa"),
        new RunEvent.Remark(Why),
        new RunEvent.Scoring(120, 534),
        new RunEvent.Finished(TaskKind.Regression, 5, 4, RunEnd.Completed, 2, Scores, Scores, Scores, Scores, new Dictionary<string, string> { ["mae"] = "MPa" }, "bundle"),
        new RunEvent.Failed("Code", Why),
        new RunEvent.ImportanceMeasured(),
        new RunEvent.RivalsCompared(),
        new RunEvent.TrialDone(3, TaskKind.Classification, Scores, 60, 1_234, 40, true, 2.5),
        new RunEvent.Ready(1, 42),
        new RunEvent.Heartbeat(RunnerActivity.Idle, 1.5, 1_000),
        new RunEvent.Paused(1, 2),
        new RunEvent.Resumed(1, 2),
        new RunEvent.Refused("Code", Why),
        new RunEvent.Loaded(new ModelDescription(
            TaskKind.Regression, [new InputDescription("x", "number", "cm", null, 1, 2, "1.5", false, null)],
            [new OutputDescription("y", TaskKind.Regression, [], "MPa")], null, null)),
        new RunEvent.Prediction("1", [new PredictedRow([new PredictedOutput("k", "a", 0.9, [new ClassProbability("a", 0.9)], null, null)])], null, null, 2),
        new RunEvent.Prediction("2", [], null, null, 2, [new UnseenValue("colour", "“紫”", 3, 2)]),
        new RunEvent.Explained("4", new PredictionExplanation("y", "b", null, 0.25, 0.5, [new ColumnContribution("x", 0.25, 0.01)], 100, 200), 3),
        new RunEvent.ColumnVaried("4", new ColumnDependence("y", "b", null, "x", "cm", 0.5, [new DependencePoint("1.5", 1.5, 0.5, 0.25, 0.1, 0.4)], 100), 3),
        new RunEvent.Exported("3", "import onnxruntime\n"),
        new RunEvent.PredictionFailed("1", "Code", Why),
        new RunEvent.PictureDone("1", [1, 2, 3]),
        new RunEvent.PictureDone("2"),
        new RunEvent.PicturesSeen("3", new PictureHint(28, 28, true, true)),
        new RunEvent.PicturesChecked("6", 40, [new UnreadableRow(7, Why)]),
        new RunEvent.CopiesFound("4", [RowNumbers.Of(3, 17)], 20, 30),
        new RunEvent.SchemaRead("4", new DataSetSchema("d", [new ColumnSchema("图", ElementType.Float32, [1, 28, 28], 2, ["a", "b"], null)], 8, 1, 1)),
        new RunEvent.TableRead("5", JsonElement.Parse("""{"path":"a.csv"}""")),
        new RunEvent.PictureFailed("5", "Code", Why),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_one_line_and_reads_back_as_the_same_line(RunEvent happened)
    {
        var line = RunEventJson.Write(happened);

        Assert.DoesNotContain('\n', line);
        Assert.Equal(happened.GetType(), RunEventJson.Read(line).GetType());
        Assert.Equal(line, RunEventJson.Write(RunEventJson.Read(line)));
    }

    [Fact]
    public void Every_kind_of_event_is_tried_above()
    {
        var known = typeof(RunEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>();

        Assert.Equal(known.Select(k => k.DerivedType).ToHashSet(), Events.Select(e => e.Data.GetType()).ToHashSet());
    }

    [Fact]
    public void Points_are_short_pairs_without_the_noise_of_small_floats()
    {
        var line = RunEventJson.Write(new RunEvent.SampleMade(1, SampleKind.Points, "y", null, [new ValuePoint(42.329998016357422, -0.00012345678), new ValuePoint(0, 1234567.8)]));

        Assert.Contains("[[42.33,-0.000123457],[0,1234568]]", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_of_a_later_version_are_overlooked() =>
        Assert.Equal(new RunEvent.Paused(1, 2), RunEventJson.Read("""{"epoch":1,"step":2,"mood":"calm","event":"paused"}"""));

    [Theory]
    [InlineData("""{"event":"party"}""")]
    [InlineData("""{"epoch":1,"step":2}""")]
    [InlineData("""{"event":null}""")]
    [InlineData("""{"event":"epoch","epoch":1,"seconds":2,"best":true}""")]
    [InlineData("""{"event":"epoch","epoch":1,"train":null,"validation":{},"learningRates":{},"seconds":2,"best":true}""")]
    [InlineData("""{"event":"epoch","epoch":1,"train":{"loss":1e999},"validation":{},"learningRates":{},"seconds":2,"best":true}""")]
    [InlineData("""{"event":"epoch","epoch":1,"train":{},"validation":{},"learningRates":{},"seconds":1e999,"best":true}""")]
    [InlineData("""{"event":"sample","epoch":1,"kind":"predictions","value":"y","predictions":[null]}""")]
    [InlineData("""{"event":"prediction","id":"1","rows":[{"outputs":[{"name":null}]}],"milliseconds":2}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("\u0000\u0001\uFFFD")]
    public void What_is_no_event_or_lacks_something_is_not_read(string line)
    {
        Assert.ThrowsAny<JsonException>(() => RunEventJson.Read(line));
        Assert.Null(RunEventJson.TryRead(line));
    }

    [Fact]
    public void A_score_that_is_no_number_may_be_missing() =>
        Assert.IsType<RunEvent.EpochDone>(RunEventJson.Read(
            """{"event":"epoch","epoch":1,"train":{"loss":null},"validation":{},"learningRates":{},"seconds":2,"best":true}"""));

    [Theory]
    [InlineData("""{"event":"failed","code":"NoData","reason":"No data.","reasonZh":"没有数据。"}""", "No data.", "没有数据。")]
    [InlineData("""{"event":"remark","en":"Half \"done\".","zh":"完成“一半”。"}""", "Half \"done\".", "完成“一半”。")]
    [InlineData("""{"event":"refused","code":"Busy","reason":"Busy.","reasonZh":"忙。"} """, "Busy.", "忙。")]
    [InlineData("""{"event":"predictionFailed","id":"1","code":"Usage","reason":"No.","reasonZh":"不。"}""", "No.", "不。")]
    [InlineData("""{"event":"pictureFailed","id":"1","code":"picture-corrupt","reason":"No.","reasonZh":"不。"}""", "No.", "不。")]
    public void Words_that_the_first_version_wrote_are_said_as_they_are(string line, string english, string chinese)
    {
        var said = RunEventJson.Read(line) switch
        {
            RunEvent.Failed e => e.Message,
            RunEvent.Remark e => e.Message,
            RunEvent.Refused e => e.Message,
            RunEvent.PredictionFailed e => e.Message,
            RunEvent.PictureFailed e => e.Message,
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

        Assert.Equal(new Localized(english, chinese), said.Words);
    }

    [Theory]
    [InlineData("""{"event":"failed","code":"NoData","reasonZh":"没有数据。"}""")]
    [InlineData("""{"event":"failed","code":"NoData","reason":7,"reasonZh":"x"}""")]
    [InlineData("""{"event":"remark","zh":"x"}""")]
    [InlineData("""{"event":"remark","zh":"x","zh":"y"}""")]
    [InlineData("""{"zh":""")]
    public void Half_a_line_of_the_first_version_is_not_read(string line) => Assert.Null(RunEventJson.TryRead(line));
}
