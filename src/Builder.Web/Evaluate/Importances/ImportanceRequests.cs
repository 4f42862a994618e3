using System.Collections.Concurrent;
using Builder.Graph;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Settings;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;

namespace Builder.Web.Evaluate.Importances;

/// <summary>
/// Lets a runner measure what matters to the models of runs that ended some time ago, where a person asks for it: one after the other, and once for all who ask for the same.
/// </summary>
/// <param name="runners">Has a runner to spare.</param>
/// <param name="supervisor">Knows whether the runner of a run that has just ended is at it.</param>
/// <param name="feed">Tells everyone who looks.</param>
/// <param name="options">How many threads compute.</param>
/// <param name="settings">What was chosen for this machine.</param>
public sealed class ImportanceRequests(RunnerPool runners, RunSupervisor supervisor, RunFeed feed, RunnerOptions options, SettingsStore settings) : IDisposable
{
    // Reading large data takes most of it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<Localized?>>> _asked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>True while it is being measured what matters to a run's model.</summary>
    public bool IsMeasuring(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _asked.ContainsKey(run.Folder) || supervisor.IsMeasuring(run.Id);
    }

    /// <summary>Measures; null where it is known afterwards, otherwise why it is not, in words.</summary>
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
            feed.TellImportance(run.Id);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<Localized?> InTurnAsync(FinishedRun run)
    {
        await _turn.WaitAsync();
        try
        {
            return await AskAsync(run);
        }
        catch (StorageException failure)
        {
            return failure.Words;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Localized?> AskAsync(FinishedRun run)
    {
        var answered = new TaskCompletionSource<RunEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        RunnerProcess runner;
        try
        {
            runner = runners.Take(happened =>
            {
                if (happened is RunEvent.ImportanceMeasured or RunEvent.Failed or RunEvent.Refused)
                {
                    answered.TrySetResult(happened);
                }
            });
        }
        catch (RunnerMissingException)
        {
            return ImportanceTexts.NoRunner;
        }

        await using (runner)
        {
            var project = Path.GetDirectoryName(Path.GetDirectoryName(run.Folder))!;
            var threads = options.Threads ?? (await TrainingSettings.ReadAsync(settings)).Threads;
            await runner.SendAsync(new RunnerCommand.MeasureImportance(project, run.Folder, Devices.Automatic, threads));
            try
            {
                // All that a runner told is there when it has ended.
                var first = await Task.WhenAny(answered.Task, runner.Ended).WaitAsync(Longest);
                return first != answered.Task && !answered.Task.IsCompleted ? ImportanceTexts.Gone : ReasonOf(await answered.Task);
            }
            catch (TimeoutException)
            {
                return ImportanceTexts.TooSlow;
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
