using Builder.Web.Runs.Feed;

namespace Builder.Web.Runs.Page;

/// <summary>
/// Follows a run for a page, but for what the curves show by themselves: plan, samples, remarks and scores. The page hears of changes at
/// most twice a second.
/// </summary>
internal sealed class RunWatch : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _end = new();
    private readonly RunEventBuffer _ring;
    private readonly Func<Task> _changed;
    private readonly TimeProvider _clock;

    public RunWatch(RunEventBuffer ring, TimeProvider clock, ILogger log, Func<Task> changed)
    {
        (_ring, _clock, _changed) = (ring, clock, changed);
        Known = ring.Since(0)!;
        Background.Run(FollowAsync(), log, "follow a run");
    }

    /// <summary>What is known; a new object with every change.</summary>
    public RunUpdate Known { get; private set; }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task FollowAsync()
    {
        var ct = _end.Token;
        try
        {
            for (var seen = Known.Sequence; ;)
            {
                await _ring.ChangedSinceAsync(seen, ct);
                if (_ring.Since(seen) is { } update)
                {
                    seen = update.Sequence;
                    await TellAsync(update);
                    await Task.Delay(Pace, _clock, ct);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
    }

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
