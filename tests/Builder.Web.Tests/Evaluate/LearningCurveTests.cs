using Builder.Protocol;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Tests.Evaluate;

public sealed class LearningCurveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-curve-").FullName;

    [Fact]
    public void Epochs_are_read_in_order_and_a_repeated_one_counts_as_last_done()
    {
        File.WriteAllLines(Path.Combine(_folder, "events.jsonl"),
            [RunEventJson.Write(Epoch(1, 0.9)), RunEventJson.Write(Epoch(2, 0.8)), RunEventJson.Write(Epoch(2, 0.7)), "{\"event\":\"epo"]);
        var curve = LearningCurve.Of(_folder);
        Assert.Equal([0.9, 0.7], curve.Epochs.Select(e => e.Train["loss"]!.Value));
        Assert.Equal(["loss", "accuracy"], curve.Names);
    }

    // Each of these lines once kept the Train and the Evaluate page of a project from ever opening again.
    [Theory]
    [InlineData("""{"epoch":3,"train":{"loss":1}}""")]
    [InlineData("""{"event":"epoch","epoch":3}""")]
    [InlineData("""{"event":"sample","epoch":3,"kind":"predictions","value":"y","predictions":[null]}""")]
    [InlineData("[]")]
    [InlineData("\u0000\u0001")]
    public void A_foreign_line_tells_nothing_and_hides_no_other(string line)
    {
        File.WriteAllLines(Path.Combine(_folder, "events.jsonl"), [RunEventJson.Write(Epoch(1, 0.9)), line, RunEventJson.Write(Epoch(2, 0.8))]);
        File.WriteAllText(Path.Combine(_folder, "steps.json"), """[null,{"at":0.5},{"at":0.6,"train":{"loss":1}},{"at":0.7,"train":{"loss":1e999}},{"at":-1e999,"train":{}}]""");
        var curve = LearningCurve.Of(_folder);
        Assert.Equal([1, 2], curve.Epochs.Select(e => e.Epoch));
        Assert.Equal(["loss", "accuracy"], curve.Names);

        var ring = new RunEventBuffer("run", TimeProvider.System);
        RunHistory.Read(_folder, ring);
        Assert.Equal([1, 2], ring.Since(0)!.Epochs!.Select(e => e.Epoch));
        Assert.Equal([0.6], ring.Since(0)!.Steps!.Select(s => s.At));
    }

    [Fact]
    public void Changes_of_the_learning_rate_are_read_with_their_place()
    {
        File.WriteAllLines(Path.Combine(_folder, "events.jsonl"),
        [
            RunEventJson.Write(new RunEvent.Started(1, "run", Builder.Graph.Metrics.TaskKind.Classification, "cpu", 1, 10, 100, 10, 10, 5, 4, null)), RunEventJson.Write(Epoch(1, 0.9)),
            RunEventJson.Write(new RunEvent.RatesChanged(2, 1, 0.3, new Dictionary<string, double?> { ["adam"] = 0.001 }, new Dictionary<string, double?> { ["adam"] = 0.0003 })),
            RunEventJson.Write(Epoch(2, 0.8)),
        ]);
        Assert.Equal(new RatePoint(1.25, "0.001", "0.0003"), Assert.Single(LearningCurve.Of(_folder).RateChanges));
    }

    [Fact]
    public void A_run_without_a_log_has_no_epochs() => Assert.Empty(LearningCurve.Of(_folder).Epochs);

    public void Dispose() => TemporaryFolders.Delete(_folder);

    private static RunEvent.EpochDone Epoch(long number, double loss) => new(
        number, new Dictionary<string, double?> { ["loss"] = loss }, new Dictionary<string, double?> { ["accuracy"] = 0.5 },
        new Dictionary<string, double?>(), number, true);
}
