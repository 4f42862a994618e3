using System.Collections.Concurrent;
using Builder.Graph;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Settings;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Runners;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Evaluate.Measurements;

/// <summary>
/// Lets a runner find something out about the models of runs that ended some time ago, where a person asks for it: one after the other, and once for all who ask for the same.
/// </summary>
/// <param name="runners">Has a runner to spare.</param>
/// <param name="supervisor">Knows whether the runner of a run that has just ended is at it.</param>
/// <param name="options">How many threads compute.</param>
/// <param name="settings">What was chosen for this machine.</param>
public abstract class MeasurementRequests(RunnerPool runners, RunSupervisor supervisor, RunnerOptions options, SettingsStore settings) : IDisposable
{
    // Reading large data takes most of it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<Localized?>>> _asked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Raised when more may be known of a run, with its id.</summary>
    public abstract event Action<string>? Measured;

    /// <summary>True while it is being found out.</summary>
    public bool IsMeasuring(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _asked.ContainsKey(run.Folder) || supervisor.IsMeasuring(run.Id);
    }

    /// <summary>Finds it out; null where it is known afterwards, otherwise why it is not, in words.</summary>
    public async Task<Localized?> MeasureAsync(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            return await _asked.GetOrAdd(run.Folder, _ => new(() => InTurnAsync(run))).Value;
        }
        finally
        {
            _asked.TryRemove(run.Folder, out _);
            Tell(run.Id);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What the runner is told to do.</summary>
    /// <param name="project">Folder of the project.</param>
    /// <param name="run">Folder of the run.</param>
    /// <param name="threads">Threads that compute.</param>
    protected abstract RunnerCommand Order(string project, string run, int? threads);

    /// <summary>True for the event that says it is known.</summary>
    protected abstract bool IsDone(RunEvent happened);

    /// <summary>Tells everyone who looks that more may be known of a run.</summary>
    protected abstract void Tell(string runId);

    /// <summary>Until when it may go on; it is cancelled where the machine is wanted for something else.</summary>
    protected virtual CancellationToken Begin() => CancellationToken.None;

    /// <summary>Lets go of what it holds.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing) => _turn.Dispose();

    private async Task<Localized?> InTurnAsync(FinishedRun run)
    {
        await _turn.WaitAsync();
        try
        {
            return await AskAsync(run, Begin());
        }
        catch (StorageException failure)
        {
            return failure.Words;
        }
        catch (OperationCanceledException)
        {
            return MeasurementTexts.Training;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Localized?> AskAsync(FinishedRun run, CancellationToken giveWay)
    {
        giveWay.ThrowIfCancellationRequested();
        var answered = new TaskCompletionSource<RunEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        RunnerProcess runner;
        try
        {
            runner = runners.Take(happened =>
            {
                if (happened is RunEvent.Failed or RunEvent.Refused || IsDone(happened))
                {
                    answered.TrySetResult(happened);
                }
            });
        }
        catch (RunnerMissingException)
        {
            return MeasurementTexts.NoRunner;
        }

        await using (runner)
        {
            var project = Path.GetDirectoryName(Path.GetDirectoryName(run.Folder))!;
            var threads = options.Threads ?? (await TrainingSettings.ReadAsync(settings, giveWay)).Threads;
            await runner.SendAsync(Order(project, run.Folder, threads));
            try
            {
                // All that a runner told is there when it has ended.
                var first = await Task.WhenAny(answered.Task, runner.Ended).WaitAsync(Longest, giveWay);
                return first != answered.Task && !answered.Task.IsCompleted ? MeasurementTexts.Gone : ReasonOf(await answered.Task);
            }
            catch (TimeoutException)
            {
                return MeasurementTexts.TooSlow;
            }
        }
    }

    private static Localized? ReasonOf(RunEvent answer) => answer switch
    {
        RunEvent.Failed failed => failed.Message.Words,
        RunEvent.Refused refused => refused.Message.Words,
        _ => null,
    };
}
