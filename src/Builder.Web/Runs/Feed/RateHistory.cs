using Builder.Protocol;
using Builder.Protocol.Messages;

namespace Builder.Web.Runs.Feed;

/// <summary>
/// The changes of a run's learning rates by hand that count. A run that was broken off makes them again when it goes on; what a person changes
/// then takes the place of all that had been changed later.
/// </summary>
public sealed class RateHistory
{
    // More could not be told apart in a curve.
    private const int Most = 200;

    private readonly List<(long Epoch, long Step, RatePoint Point)> _changes = [];
    private long _stepsPerEpoch;

    /// <summary>The changes, in their order.</summary>
    public IReadOnlyList<RatePoint> Points => [.. _changes.Select(c => c.Point)];

    /// <summary>The changes that a run's log tells of.</summary>
    public static IReadOnlyList<RatePoint> Of(IEnumerable<RunEvent> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var history = new RateHistory();
        foreach (var happened in log)
        {
            history.Take(happened);
        }

        return history.Points;
    }

    /// <summary>Takes in what the runner tells.</summary>
    public void Take(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.Started e:
                _stepsPerEpoch = e.StepsPerEpoch;
                break;
            case RunEvent.RatesChanged e:
                _changes.RemoveAll(c => (c.Epoch, c.Step).CompareTo((e.Epoch, e.Step)) >= 0);
                _changes.Add((e.Epoch, e.Step, new(At(e), RateWords.Text(e.Before), RateWords.Text(e.After))));
                if (_changes.Count > Most)
                {
                    _changes.RemoveAt(0);
                }

                break;
        }
    }

    private double At(RunEvent.RatesChanged e) => e.Epoch - 1 + (_stepsPerEpoch > 0 ? (double)e.Step / _stepsPerEpoch : 0);
}
