using Builder.Files;
using Builder.Protocol;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Evaluate.Finished;

/// <summary>The epochs of a run, as its log tells them.</summary>
/// <param name="Epochs">In their order; a repeated epoch after an interruption counts as it was done last.</param>
/// <param name="BestEpoch">The epoch whose weights were kept, where the log tells.</param>
/// <param name="Seconds">Time that it trained.</param>
public sealed record LearningCurve(IReadOnlyList<RunEvent.EpochDone> Epochs, long? BestEpoch, double? Seconds)
{
    /// <summary>No epochs, as of a run whose log is lost.</summary>
    public static LearningCurve None { get; } = new([], null, null);

    /// <summary>The changes of its learning rates by hand, in their order.</summary>
    public IReadOnlyList<RatePoint> RateChanges { get; init; } = [];

    /// <summary>Reads the log of a run; empty where there is none.</summary>
    public static LearningCurve Of(string runFolder)
    {
        var events = RunEventLog.Read(new RunFolder(runFolder).Events).ToList();
        var end = events.OfType<RunEvent.Finished>().LastOrDefault();
        var epochs = events.OfType<RunEvent.EpochDone>().GroupBy(e => e.Epoch).Select(g => g.Last()).OrderBy(e => e.Epoch).ToList();
        return new(epochs, end?.BestEpoch, end?.Seconds ?? epochs.LastOrDefault()?.Seconds) { RateChanges = RateHistory.Of(events) };
    }

    /// <summary>The losses and scores that can be drawn: names in the train or validation part.</summary>
    public IReadOnlyList<string> Names => [.. Epochs.SelectMany(e => e.Train.Keys.Concat(e.Validation.Keys)).Distinct(StringComparer.Ordinal)];
}
