using System.Threading.Channels;
using Builder.Files;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Storage.Files;
using Builder.Storage.Runs;
using Builder.Web.Runners;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Runs.Supervision;

/// <summary>
/// One run from its place in the queue to its end. All that happens to it, whoever caused it, goes through one inbox and is handled one
/// after the other; only the ring gets events at once.
/// </summary>
internal sealed class SupervisedRun(RunSummary run, RunFolder files, string projectFolder, RunEventBuffer ring, RunnerOptions options, RunnerPool spare, RunQueue queue, RunStatusRecorder ledger, ILogger log) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSavedSteps = TimeSpan.FromSeconds(10);

    // A finished run may still compare its model with simple methods and measure what matters to it; that takes half of this at most.
    private static readonly TimeSpan LongestAfterEnd = TimeSpan.FromMinutes(3);

    private readonly Channel<Func<Task>> _inbox = Channel.CreateUnbounded<Func<Task>>(new() { SingleReader = true });
    private readonly CancellationTokenSource _leaveQueue = new();
    private readonly string _place = Devices.PlaceOf(run.Device);
    private RunnerProcess? _runner;
    private Task _firstTurn = Task.CompletedTask;
    private RunState _state = RunState.Queued;
    private Message? _endReason;
    private bool _isOver;
    private bool _serverStops;
    private bool _isCalledOff;
    private bool _isReady;
    private bool _goesOnSoon;
    private DateTime _stepsSaved = DateTime.MinValue;
    private long _finished;

    /// <summary>The run.</summary>
    public string RunId => run.Id;

    /// <summary>The project.</summary>
    public string ProjectId => run.ProjectId;

    /// <summary>True from its end on, while its process may still be ending.</summary>
    public bool IsOver => _isOver;

    /// <summary>True between the end of its training and that of its process, in which it compares its model with simple methods and measures what matters to it.</summary>
    public bool IsMeasuring => _finished > 0 && _state == RunState.Finished;

    /// <summary>The place that it holds or waits for.</summary>
    public string Place => _place;

    /// <summary>Takes its place in the queue: the order of these calls is the order of the runs.</summary>
    public void Enqueue() => _firstTurn = queue.EnterAsync(run.Id, _place, first: false, _leaveQueue.Token);

    /// <summary>Waits for its turn, trains, and ends; never throws.</summary>
    public async Task SuperviseAsync()
    {
        try
        {
            if (await EnterQueueAsync(_firstTurn, RunState.Queued, () => RunReasons.Waiting(queue.Before(run.Id, _place))))
            {
                await TrainAsync();
            }
        }
        catch (Exception failure)
        {
            RunLog.NotSupervised(log, failure, run.Id);
            await ConcludeAsync(RunState.Failed, failure is RunnerMissingException ? RunReasons.NoRunner : RunReasons.Unexpected);
        }
        finally
        {
            await EndRunnerAsync();
            queue.Leave(run.Id, _place);
            await (_runner?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _leaveQueue.Dispose();

    /// <summary>Waits after the current batch.</summary>
    public void Pause() => Post(() => _state is RunState.Running or RunState.Preparing ? SendAsync(new RunnerCommand.Pause()) : Task.CompletedTask);

    /// <summary>Goes on after a pause, as soon as the device is free.</summary>
    public void GoOn() => Post(GoOnAsync);

    /// <summary>Multiplies the learning rates of the plan, from the next batch on.</summary>
    public void ScaleRate(double factor) =>
        Post(() => _state is RunState.Running or RunState.Paused ? SendAsync(new RunnerCommand.ScaleRate(factor)) : Task.CompletedTask);

    /// <summary>Ends the training and keeps the best model.</summary>
    public void Stop()
    {
        _leaveQueue.Cancel();
        Post(async () =>
        {
            if (!_isOver && _runner is not null)
            {
                await EnterAsync(RunState.Stopping);
                await SendAsync(new RunnerCommand.Stop());
            }
        });
    }

    /// <summary>Ends the process of a run that is over, whatever it still measures: somebody wants its folder.</summary>
    public void LetGo() => Post(() => _isOver ? EndRunnerAsync() : Task.CompletedTask);

    /// <summary>Another run wants the machine: a finished one does not compare its model with simple methods now.</summary>
    public void GiveWay() => Post(() => IsMeasuring ? SendAsync(new RunnerCommand.GiveWay()) : Task.CompletedTask);

    /// <summary>The server ends: a checkpoint is kept.</summary>
    public void Leave()
    {
        _serverStops = true;
        BreakOff();
    }

    /// <summary>The project is deleted: a checkpoint is kept, in case it is brought back.</summary>
    public void CallOff()
    {
        _isCalledOff = true;
        BreakOff();
    }

    private void BreakOff()
    {
        _leaveQueue.Cancel();
        Post(() => _runner?.EndAsync(options.LongestEnd) ?? Task.CompletedTask);
    }

    private void Post(Func<Task> what) => _inbox.Writer.TryWrite(what);

    private Task SendAsync(RunnerCommand command) => _runner?.SendAsync(command) ?? Task.CompletedTask;

    private async Task<bool> EnterQueueAsync(Task turn, RunState waitingState, Func<Message> why)
    {
        try
        {
            await queue.WaitAsync(_place, turn, why, told => ledger.NoteAsync(run.Id, waitingState, told));
            return true;
        }
        catch (OperationCanceledException)
        {
            if (!_serverStops && waitingState == RunState.Queued)
            {
                await ConcludeAsync(RunState.Stopped, _isCalledOff ? RunReasons.ProjectDeletedBeforeStart : RunReasons.StoppedBeforeStart);
            }

            return false;
        }
    }

    private async Task TrainAsync()
    {
        await EnterAsync(RunState.Preparing);
        _runner = spare.Take(Received);
        RunnerPidFile.Of(_runner.ProcessId)?.Write(files.Path);
        Background.Run(
            _runner.Ended.ContinueWith(
                end => Post(() => EndedAsync(end.IsCompletedSuccessfully ? end.Result : new(-1, $"{end.Exception}"))), TaskScheduler.Default),
            log, "hear of the end of a runner");
        await SendAsync(new RunnerCommand.Start(
            projectFolder, files.Document, files.Path, run.Device ?? Devices.Automatic, options.Threads, files.CanResume));
        using var ticks = new Timer(_ => Post(WatchAsync), null, Tick, Tick);
        await foreach (var what in _inbox.Reader.ReadAllAsync())
        {
            await what();
        }
    }

    // On the thread that reads the runner's output: the curves get it at once, all else in its turn.
    private void Received(RunEvent happened)
    {
        ring.Add(happened);
        if (happened is not (RunEvent.Progress or RunEvent.Scoring or RunEvent.Heartbeat))
        {
            Post(() => HandleAsync(happened));
        }
    }

    private async Task HandleAsync(RunEvent happened)
    {
        _isReady = true;
        switch (happened)
        {
            case RunEvent.Started e when _state == RunState.Preparing: await BegunAsync(e); break;
            case RunEvent.EpochDone: await SaveStepsAsync(); break;
            case RunEvent.Paused when _state == RunState.Running: await PausedAsync(); break;
            case RunEvent.Resumed when _state == RunState.Paused: await EnterAsync(RunState.Running); break;
            case RunEvent.Finished e: await FinishedAsync(e); break;
            case RunEvent.RivalsCompared: ledger.TellRivals(run.Id); break;
            case RunEvent.ImportanceMeasured: ledger.TellImportance(run.Id); break;
            case RunEvent.Failed { Code: "Stopped" } when _state == RunState.Stopping: await ConcludeAsync(RunState.Stopped, RunReasons.StoppedBeforeStart); break;
            case RunEvent.Failed e: _endReason = _serverStops || _isCalledOff ? null : e.Message; break;
        }
    }

    private async Task BegunAsync(RunEvent.Started e)
    {
        _state = RunState.Running;
        await ledger.NoteAsync(run.Id, new RunChange { State = RunState.Running, DataFingerprint = e.DataFingerprint });
        await TrySaveAsync(() => files.WriteSettingsAsync(run with { DataFingerprint = e.DataFingerprint }));
    }

    private async Task PausedAsync()
    {
        await EnterAsync(RunState.Paused);
        // Others may train meanwhile.
        queue.Leave(run.Id, _place);
    }

    private async Task GoOnAsync()
    {
        if (_state != RunState.Paused || _goesOnSoon)
        {
            return;
        }

        _goesOnSoon = true;
        // Waiting must not hold up the inbox: the run may be stopped meanwhile.
        Background.Run(async () =>
        {
            var hasTurn = await EnterQueueAsync(queue.EnterAsync(run.Id, _place, first: true, _leaveQueue.Token), RunState.Paused, () => RunReasons.WaitingToGoOn);
            Post(async () =>
            {
                _goesOnSoon = false;
                if (hasTurn)
                {
                    await SendAsync(new RunnerCommand.Resume());
                }
            });
        }, log, "go on with a paused run");
        await Task.CompletedTask;
    }

    private async Task FinishedAsync(RunEvent.Finished e)
    {
        var scores = new RunScores(e.Task, e.Train, e.Validation, e.Test, e.Baseline, e.Units);
        var reason = e.End switch
        {
            RunEnd.Stopped => RunReasons.StoppedAndKept(e.Epochs, e.BestEpoch),
            RunEnd.EarlyStopping => RunReasons.EarlyStopping(e.Epochs, e.BestEpoch),
            _ => RunReasons.Completed(e.Epochs, e.BestEpoch),
        };
        await ConcludeAsync(e.End == RunEnd.Stopped ? RunState.Stopped : RunState.Finished, reason, scores);

        // It compares the model with simple methods, measures what matters and ends by itself; the next run does not wait for that.
        _finished = Environment.TickCount64;
        queue.Leave(run.Id, _place);
    }

    private async Task EndedAsync(RunnerEnd end)
    {
        if (!_isOver)
        {
            if (end.Errors.Length > 0)
            {
                RunLog.RunnerEnded(log, run.Id, end.Code);
                await TrySaveAsync(() => StoredFile.WriteAsync(files.Errors, System.Text.Encoding.UTF8.GetBytes(end.Errors)));
            }

            await (_isCalledOff
                ? ConcludeAsync(RunState.Stopped, RunReasons.ProjectDeleted(files.ResumeAt))
                : ConcludeAsync(RunState.Failed, _endReason ?? (_serverStops ? RunReasons.ServerStopped(files.ResumeAt) : RunReasons.Died(end.Signal, files.ResumeAt))));
        }

        RunnerPidFile.Remove(files.Path);
        _inbox.Writer.TryComplete();
        if (IsMeasuring)
        {
            // Whether it has measured or could not: nobody need wait any longer.
            _finished = 0;
            ledger.TellRivals(run.Id);
            ledger.TellImportance(run.Id);
        }
    }

    private Task WatchAsync()
    {
        var longest = _isReady ? options.LongestSilence : options.LongestStart;
        if (_runner is { } runner && runner.Silence > longest)
        {
            _endReason = RunReasons.Silent((int)longest.TotalSeconds, files.ResumeAt);
            runner.Kill();
        }

        return _finished > 0 && Environment.TickCount64 - _finished > LongestAfterEnd.TotalMilliseconds ? EndRunnerAsync() : Task.CompletedTask;
    }

    private async Task SaveStepsAsync()
    {
        if (DateTime.UtcNow - _stepsSaved < BetweenSavedSteps)
        {
            return;
        }

        _stepsSaved = DateTime.UtcNow;
        await TrySaveAsync(() => RunHistory.WriteStepsAsync(files.Path, ring));
    }

    // A full disk is no reason to end a training.
    private async Task TrySaveAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (Exception full) when (full is Storage.StorageException or IOException)
        {
            RunLog.CurveNotSaved(log, full, run.Id);
        }
    }

    private async Task EnterAsync(RunState state)
    {
        _state = state;
        await ledger.NoteAsync(run.Id, state);
    }

    private async Task ConcludeAsync(RunState state, Message reason, RunScores? scores = null)
    {
        _isOver = true;
        _state = state;
        _stepsSaved = DateTime.MinValue;
        await SaveStepsAsync();
        await ledger.NoteAsync(run.Id, new RunChange { State = state, Reason = reason, Scores = scores });
    }

    private async Task EndRunnerAsync()
    {
        if (_runner is { } runner)
        {
            await runner.EndAsync(options.LongestEnd);
        }
    }
}
