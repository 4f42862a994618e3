using Builder.Web.Runs.Feed;

namespace Builder.Web.Runs.Page;

/// <summary>
/// Follows a run for a page: tells all that is known of it, and from then on what is new, at most twice a second. A page that turns to another
/// run hears no more of the one before. For the page's own thread.
/// </summary>
/// <param name="clock">For the pace.</param>
/// <param name="log">For what goes wrong.</param>
/// <param name="tell">Takes each update.</param>
internal sealed class RunFollower(TimeProvider clock, ILogger log, Func<RunUpdate, Task> tell) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private CancellationTokenSource? _following;
    private bool _isGone;

    /// <summary>The run that is followed; null for none.</summary>
    public string? RunId { get; private set; }

    /// <summary>Follows a run from its beginning on; one that is followed already goes on as it was.</summary>
    /// <param name="feed">Knows the runs.</param>
    /// <param name="runId">The run; where there is none of this id nothing is told.</param>
    public async Task TurnToAsync(RunFeed feed, string runId)
    {
        if (_isGone || RunId == runId)
        {
            return;
        }

        var ct = Begin(runId);
        // Meanwhile the page may have turned to another run, or be gone.
        if (await feed.OpenAsync(runId) is { } ring && !ct.IsCancellationRequested)
        {
            var all = ring.Since(0)!;
            var told = tell(all);
            Follow(ring, all.Sequence, ct);
            await told;
        }
    }

    /// <summary>Follows a run of which the page knows what was told up to a moment.</summary>
    /// <param name="ring">What is known of the run.</param>
    /// <param name="seen">That moment.</param>
    public void Follow(RunEventBuffer ring, long seen)
    {
        // A page may be left while it still reads what it wants to follow.
        if (!_isGone)
        {
            Follow(ring, seen, Begin(ring.RunId));
        }
    }

    /// <summary>Follows nothing until it is turned to another run.</summary>
    public void TurnAway()
    {
        _following?.Cancel();
        _following?.Dispose();
        (_following, RunId) = (null, null);
    }

    public void Dispose()
    {
        _isGone = true;
        TurnAway();
    }

    private CancellationToken Begin(string runId)
    {
        TurnAway();
        var following = new CancellationTokenSource();
        (_following, RunId) = (following, runId);
        return following.Token;
    }

    private void Follow(RunEventBuffer ring, long seen, CancellationToken ct) => Background.Run(FollowAsync(ring, seen, ct), log, "follow a run");

    private async Task FollowAsync(RunEventBuffer ring, long seen, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await ring.ChangedSinceAsync(seen, ct);
                if (ring.Since(seen) is { } update)
                {
                    seen = update.Sequence;
                    await tell(update);
                    await Task.Delay(Pace, clock, ct);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone, or looks at another run.
        }
    }
}
