using Builder.Protocol;

namespace Builder.Web.Runners;

/// <summary>
/// A runner that has started and loaded its library before anybody asks for it: so the curves of the next run begin to move at once. It goes
/// when nobody has looked at a Train page for a while.
/// </summary>
public sealed class RunnerPool(RunnerOptions options, TimeProvider clock, ILogger<RunnerPool> log) : IAsyncDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private RunnerProcess? _spare;
    private ITimer? _end;

    /// <summary>Makes sure that there is one; where that is not possible, whoever needs it says why.</summary>
    public void Prepare()
    {
        lock (_lock)
        {
            _end ??= clock.CreateTimer(_ => Background.Run(LetGoAsync(), log, "end a spare runner"), null, Kept, Timeout.InfiniteTimeSpan);
            _end.Change(Kept, Timeout.InfiniteTimeSpan);
            if (_spare is { Ended.IsCompleted: false })
            {
                return;
            }

            try
            {
                _spare = RunnerProcess.Start(options.Program, _ => { }, options.Surroundings);
            }
            catch (RunnerMissingException)
            {
                _spare = null;
            }
        }
    }

    /// <summary>The spare runner, or a new one.</summary>
    /// <param name="received">Is told everything it says from now on.</param>
    /// <exception cref="RunnerMissingException">None can be started.</exception>
    public RunnerProcess Take(Action<RunEvent> received)
    {
        RunnerProcess? taken;
        lock (_lock)
        {
            (taken, _spare) = (_spare, null);
        }

        if (taken is { Ended.IsCompleted: false } && taken.Silence < options.LongestSilence)
        {
            taken.Received = received;
            return taken;
        }

        if (taken is not null)
        {
            Background.Run(taken.DisposeAsync().AsTask(), log, "end a spare runner");
        }

        return RunnerProcess.Start(options.Program, received, options.Surroundings);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        if (_end is { } end)
        {
            await end.DisposeAsync();
        }
    }

    private async Task LetGoAsync()
    {
        RunnerProcess? spare;
        lock (_lock)
        {
            (spare, _spare) = (_spare, null);
        }

        if (spare is not null)
        {
            await spare.DisposeAsync();
        }
    }
}
