using Builder.Web.Runs.Feed;

namespace Builder.Web.Runs.Page;

/// <summary>
/// Follows a run for a page, but for what the curves show by themselves: plan, samples, remarks and scores. The page hears of changes at
/// most twice a second.
/// </summary>
internal sealed class RunWatch : IDisposable
{
    private readonly RunEventBuffer _ring;
    private readonly Func<Task> _changed;
    private readonly RunFollower _follower;

    public RunWatch(RunEventBuffer ring, TimeProvider clock, ILogger log, Func<Task> changed)
    {
        (_ring, _changed) = (ring, changed);
        Known = ring.Since(0)!;
        _follower = new(clock, log, TellAsync);
        _follower.Follow(ring, Known.Sequence);
    }

    /// <summary>What is known; a new object with every change.</summary>
    public RunUpdate Known { get; private set; }

    public void Dispose() => _follower.Dispose();

    private Task TellAsync(RunUpdate update)
    {
        if (!update.Snapshot && update is { Plan: null, Outcome: null, Remarks: null, Samples: null })
        {
            return Task.CompletedTask;
        }

        Known = _ring.Since(0)!;
        return _changed();
    }
}
