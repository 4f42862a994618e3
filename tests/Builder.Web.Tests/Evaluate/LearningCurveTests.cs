using Builder.Protocol;
using Builder.Web.Evaluate.Finished;

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

    [Fact]
    public void A_run_without_a_log_has_no_epochs() => Assert.Empty(LearningCurve.Of(_folder).Epochs);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RunEvent.EpochDone Epoch(long number, double loss) => new(
        number, new Dictionary<string, double?> { ["loss"] = loss }, new Dictionary<string, double?> { ["accuracy"] = 0.5 },
        new Dictionary<string, double?>(), number, true);
}
