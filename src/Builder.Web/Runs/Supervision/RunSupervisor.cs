using System.Collections.Concurrent;
using Builder.Files;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Storage.Settings;
using Builder.Web.Hosting.Telemetry;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Runs.Supervision;

/// <summary>Starts runs in processes of their own and watches over them, one at a time on each device. The server itself never trains.</summary>
public sealed class RunSupervisor : IDisposable
{
    private readonly ConcurrentDictionary<string, (SupervisedRun Run, Task Done)> _active = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly RunQueue _queue = new();
    private readonly RunStore _store;
    private readonly ProjectStore _projects;
    private readonly RunFeed _feed;
    private readonly DataFolder _data;
    private readonly RunnerOptions _options;
    private readonly RunnerPool _spare;
    private readonly SettingsStore _settings;
    private readonly RunStatusRecorder _ledger;
    private readonly ILogger<RunSupervisor> _log;

    /// <summary>Makes the supervisor.</summary>
    public RunSupervisor(
        RunStore store, ProjectStore projects, RunFeed feed, DataFolder data, RunnerOptions options, RunnerPool spare, SettingsStore settings, ILogger<RunSupervisor> log)
    {
        (_store, _projects, _feed, _data, _options, _spare, _settings, _log) = (store, projects, feed, data, options, spare, settings, log);
        _ledger = new(store, feed, log);
    }

    /// <inheritdoc/>
    public void Dispose() => _starting.Dispose();

    /// <summary>Puts a run into the queue; it starts at once where its device is free.</summary>
    /// <exception cref="StorageException">There is no such project, or no room.</exception>
    public async Task<RunSummary> StartAsync(RunOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var run = await _store.CreateAsync(new(
            order.ProjectId, order.Document, order.Revision, order.Name, TrainerEdits.Number(order.Document, "seed"), order.Device));
        try
        {
            await FilesOf(run).WriteAsync(order.Document, run, order.RatesOf is { } other ? new(_data.RunFolder(order.ProjectId, other)) : null);
        }
        catch (StorageException full)
        {
            // The run is in the list: there it says why it did not begin.
            await _ledger.NoteAsync(run.Id, RunState.Failed, full.Reason);
            return run with { State = RunState.Failed, Reason = full.Reason };
        }

        await SuperviseAsync(run);
        return run;
    }

    /// <summary>Waits after the current batch.</summary>
    public void Pause(string runId) => With(runId, r => r.Pause());

    /// <summary>Goes on after a pause.</summary>
    public void GoOn(string runId) => With(runId, r => r.GoOn());

    /// <summary>Multiplies the learning rates that a run's plan gives, from its next batch on.</summary>
    /// <param name="runId">The run; one that is not under way takes no notice.</param>
    /// <param name="factor">Above 0; 1 for the rates of the plan.</param>
    public void ScaleRate(string runId, double factor) => With(runId, r => r.ScaleRate(factor));

    /// <summary>Ends a run and keeps its best model; one that waits leaves the queue.</summary>
    public void Stop(string runId) => With(runId, r => r.Stop());

    /// <summary>
    /// Ends the runs of a project that has been deleted. Each keeps a checkpoint: a project that is brought back can go on with them.
    /// </summary>
    /// <returns>How many there were.</returns>
    public int CallOff(string projectId)
    {
        var runs = _active.Values.Select(a => a.Run).Where(r => r.ProjectId == projectId && !r.IsOver).ToList();
        runs.ForEach(r => r.CallOff());
        return runs.Count;
    }

    /// <summary>True while any run trains, or waits for its turn.</summary>
    public bool IsTraining => _active.Values.Any(a => !a.Run.IsOver);

    /// <summary>True where an interrupted or stopped run has something to go on from.</summary>
    public bool CanResume(RunSummary run) => run.State is RunState.Failed or RunState.Stopped && FilesOf(run).CanResume;

    /// <summary>Goes on with a run from its last checkpoint.</summary>
    /// <returns>False where that is not possible.</returns>
    public async Task<bool> ResumeAsync(string runId)
    {
        if (await _store.FindAsync(runId) is not { } run || !CanResume(run) || await IsDeletedAsync(run))
        {
            return false;
        }

        await SuperviseAsync(await _store.UpdateAsync(runId, new() { State = RunState.Queued }));
        return true;
    }

    /// <summary>Gives a run another name.</summary>
    public async Task RenameAsync(string runId, string name)
    {
        await _store.RenameAsync(runId, name);
        if (await _store.FindAsync(runId) is { } run)
        {
            await _feed.TellAsync(run);
        }
    }

    /// <summary>Deletes a run that is over, with all that it wrote.</summary>
    public async Task<bool> DeleteAsync(string runId)
    {
        if (_active.TryGetValue(runId, out var ending) && ending.Run.IsOver)
        {
            // It may still measure what matters, and would write that down.
            ending.Run.LetGo();
            await ending.Done;
        }

        var isDone = await _store.DeleteAsync(runId);
        if (isDone)
        {
            _feed.Forget(runId);
        }

        return isDone;
    }

    /// <summary>True while the process of a finished run still compares its model with simple methods, or measures what matters to it.</summary>
    public bool IsMeasuring(string runId) => _active.TryGetValue(runId, out var active) && active.Run.IsMeasuring;

    /// <summary>Completes when a run is over and its process has ended; at once where it is not active.</summary>
    public Task EndOf(string runId) => _active.TryGetValue(runId, out var active) ? active.Done : Task.CompletedTask;

    /// <summary>Takes care of the runs that an earlier server left: runners end, what trained has failed, what waited waits again.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        foreach (var run in await _store.UnfinishedAsync(ct))
        {
            var files = FilesOf(run);
            RunnerPidFile.EndLeftOver(files.Path);
            if (await IsDeletedAsync(run))
            {
                await _ledger.NoteAsync(
                    run.Id, RunState.Stopped, run.State == RunState.Queued ? RunReasons.ProjectDeletedBeforeStart : RunReasons.ProjectDeleted(files.ResumeAt));
                continue;
            }

            if (run.State == RunState.Queued)
            {
                await SuperviseAsync(run);
                continue;
            }

            await _ledger.NoteAsync(run.Id, RunState.Failed, RunReasons.ServerStopped(files.ResumeAt));
        }
    }

    /// <summary>Ends all runs in order: each keeps a checkpoint.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        foreach (var (run, _) in _active.Values)
        {
            run.Leave();
        }

        await Task.WhenAll(_active.Values.Select(a => a.Done)).WaitAsync(ct);
    }

    private async Task<bool> IsDeletedAsync(RunSummary run) => await _projects.FindAsync(run.ProjectId) is null;

    private void With(string runId, Action<SupervisedRun> act)
    {
        if (_active.TryGetValue(runId, out var active))
        {
            act(active.Run);
        }
    }

    private RunFolder FilesOf(RunSummary run) => new(_data.RunFolder(run.ProjectId, run.Id));

    private async Task SuperviseAsync(RunSummary run)
    {
        await _starting.WaitAsync();
        try
        {
            // One that is just ending gives its place up first.
            await EndOf(run.Id);
            await _feed.TellAsync(run);
            var ring = await _feed.OpenAsync(run.Id) ?? throw new InvalidOperationException("The run has just been deleted.");
            var options = _options with { Threads = _options.Threads ?? (await TrainingSettings.ReadAsync(_settings)).Threads };
            var supervised = new SupervisedRun(run, FilesOf(run), _data.ProjectFolder(run.ProjectId), ring, options, _spare, _queue, _ledger, _log);
            foreach (var (ended, _) in _active.Values)
            {
                ended.GiveWay();
            }

            supervised.Enqueue();
            var gate = new TaskCompletionSource();
            var done = Task.Run(async () =>
            {
                await gate.Task;
                using var scope = LogScopes.Run(_log, run.ProjectId, run.Id);
                await supervised.SuperviseAsync();
                _active.TryRemove(run.Id, out _);
            });
            _active[run.Id] = (supervised, done);
            if (await IsDeletedAsync(run))
            {
                // It went in this moment, before anybody could know of this run.
                supervised.CallOff();
            }

            gate.SetResult();
        }
        finally
        {
            _starting.Release();
        }
    }
}
