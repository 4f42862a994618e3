using Builder.Web.Runs.Feed;

namespace Builder.Web.Runs.Page;

/// <summary>Hands everything that is new of a run to a page, at most twice a second.</summary>
internal sealed class RunFollower : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _end = new();
    private readonly RunEventBuffer _ring;
    private readonly Func<RunUpdate, Task> _tell;
    private readonly TimeProvider _clock;

    /// <summary>Begins to follow.</summary>
    /// <param name="ring">What is known of the run.</param>
    /// <param name="seen">Up to where the page knows it.</param>
    /// <param name="clock">For the pace.</param>
    /// <param name="log">For what goes wrong.</param>
    /// <param name="tell">Takes each update.</param>
    public RunFollower(RunEventBuffer ring, long seen, TimeProvider clock, ILogger log, Func<RunUpdate, Task> tell)
    {
        (_ring, _clock, _tell) = (ring, clock, tell);
        Background.Run(FollowAsync(seen), log, "follow a run");
    }

    // A page that is left while it looks for its next run lets go of the one before twice.
    public void Dispose()
    {
        if (!_end.IsCancellationRequested)
        {
            _end.Cancel();
            _end.Dispose();
        }
    }

    private async Task FollowAsync(long seen)
    {
        try
        {
            var ct = _end.Token;
            while (true)
            {
                await _ring.ChangedSinceAsync(seen, ct);
                if (_ring.Since(seen) is { } update)
                {
                    seen = update.Sequence;
                    await _tell(update);
                    await Task.Delay(Pace, _clock, ct);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone.
        }
    }
}
