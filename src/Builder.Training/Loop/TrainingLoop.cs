using System.Collections.Immutable;
using System.Diagnostics;
using Builder.Protocol;
using Builder.Training.DataLoading;
using Builder.Training.Evaluation;
using Builder.Training.Sessions;

namespace Builder.Training.Loop;

/// <summary>What the loop hands over to whoever keeps checkpoints.</summary>
public interface ICheckpointManager
{
    /// <summary>Saves where the run stands.</summary>
    void Save(TrainingState state);

    /// <summary>Saves the weights of the best epoch so far.</summary>
    void SaveBest(TrainingState state);
}

/// <summary>The epochs of a run. Belongs to one thread; everything it does follows from the session and the state it starts with.</summary>
public sealed class TrainingLoop
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ShortestCheckpointInterval = TimeSpan.FromSeconds(1);

    private readonly TrainingSession _session;
    private readonly Evaluator _evaluator;
    private readonly ICheckpointManager _keeper;
    private readonly Action<TrainingEvent> _observer;
    private readonly TrainingStep _step;
    private readonly EarlyStopping _stopping;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TrainingState _state;
    private double _secondsBefore;
    private TimeSpan _lastReport;
    private TimeSpan _lastCheckpoint;
    private long _stepsHere;

    /// <summary>A loop that goes on from <paramref name="state"/>.</summary>
    public TrainingLoop(
        TrainingSession session, Evaluator evaluator, TrainingState state, ICheckpointManager keeper, Action<TrainingEvent> observer)
    {
        (_session, _evaluator, _state, _keeper, _observer) = (session, evaluator, state, keeper, observer);
        _secondsBefore = state.Seconds;
        _stopping = new EarlyStopping(session.Settings.EarlyStopping, session.Watched.Score.Metric);
        _stopping.Restore(state.Best, state.BestEpoch);
        _step = new TrainingStep(session);
    }

    /// <summary>Called at the end of every epoch with its number, for samples to look at.</summary>
    public Action<long>? AfterEpoch { get; init; }

    /// <summary>Holds the run between two batches; null for a run that cannot be paused.</summary>
    public PauseSwitch? Pause { get; init; }

    /// <summary>By how much people change the learning rates meanwhile.</summary>
    public RateControl Rates { get; init; } = new([], _ => { });

    /// <summary>Validation scores of the best epoch; null where that was before the run was resumed, or there was none yet.</summary>
    public IReadOnlyDictionary<string, double>? BestValidation { get; private set; }

    /// <summary>Where the run stands.</summary>
    public TrainingState State => Snapshot(_state.Done);

    /// <summary>Trains to the end, to early stopping, or until asked to stop. Returns why it ended.</summary>
    public RunEnd Run(CancellationToken stop)
    {
        Rates.GoOn(_state.Epoch + 1, _state.Batch);
        MultiplyRates(Rates.Factor);
        if (_state is { Epoch: 0, Batch: 0 })
        {
            Save();
        }

        while (!Ended)
        {
            if (!RunEpoch(stop))
            {
                _keeper.Save(Snapshot(done: false));
                return RunEnd.Stopped;
            }
        }

        return _state.Epoch < _session.Settings.Epochs ? RunEnd.EarlyStopping : RunEnd.Completed;
    }

    /// <summary>False where it was asked to stop.</summary>
    private bool RunEpoch(CancellationToken stop)
    {
        var train = _session.Data.Train;
        var order = _session.Settings.Shuffle ? SampleOrder.Shuffled(train, _session.Settings.Seed, _state.Epoch) : train;
        using var feed = _session.DeviceData.Feed(order, augments: true);
        for (var batch = _state.Batch; batch < _session.StepsPerEpoch; batch++)
        {
            WaitWhilePaused(stop);
            if (stop.IsCancellationRequested && CanSave)
            {
                return false;
            }

            ChangeRates();
            feed.MoveTo(batch * _session.Settings.BatchSize, _session.Settings.BatchSize);
            _step.Run(feed, _state.Epoch, batch, Rates.Factor);
            _state = _state with { Batch = batch + 1 };
            _stepsHere++;
            Report();
            SaveWithinEpoch();
        }

        return FinishEpoch(stop);
    }

    private void ChangeRates()
    {
        var factor = Rates.Factor;
        if (Rates.Before(_state.Epoch + 1, _state.Batch) is not { } change)
        {
            return;
        }

        var before = LearningRates();
        MultiplyRates(change.Factor / factor);
        _observer(new RatesChanged(change, before, LearningRates()));
    }

    // Every step takes the rate of its plan; this is only what is told until the next one.
    private void MultiplyRates(double by)
    {
        foreach (var objective in _session.Objectives)
        {
            objective.Optimizer.LearningRate *= by;
        }
    }

    // The clock stands still: a pause is no time trained. What is there is saved first, since nobody knows how long it will last.
    private void WaitWhilePaused(CancellationToken stop)
    {
        if (Pause is not { IsOn: true } || stop.IsCancellationRequested)
        {
            return;
        }

        _clock.Stop();
        if (CanSave)
        {
            Save();
        }

        _observer(new RunPaused(_state.Epoch + 1, _state.Batch));
        if (Pause.Wait(stop))
        {
            _observer(new RunResumed(_state.Epoch + 1, _state.Batch));
        }

        _clock.Start();
    }

    // Scoring may take long where there is much to validate with. Whoever stops meanwhile finds the epoch's batches done and the epoch not.
    private bool FinishEpoch(CancellationToken stop)
    {
        for (var i = 0; i < _session.Meters.Count; i++)
        {
            if (!_session.Meters[i].Flush())
            {
                throw Divergence.AtEndOfEpoch(_session.Objectives[i], _state.Epoch + 1);
            }

            if (Divergence.HasExploded(_session.Meters[i]))
            {
                throw Divergence.Exploded(_session.Objectives[i], _session.Meters[i], _state.Epoch + 1);
            }
        }

        if (Validation(stop) is not { } validation)
        {
            return false;
        }

        var losses = Losses();
        var epoch = _state.Epoch + 1;
        var watched = Read(_session.Watched, losses, validation);
        var best = _stopping.Observe(epoch, watched);
        foreach (var objective in _session.Objectives)
        {
            if (objective.Schedule is { } schedule)
            {
                schedule.Observe(objective.ScheduleWatches is { } own ? Read(own, losses, validation) : watched, objective.BaseRate);
            }
        }

        foreach (var meter in _session.Meters)
        {
            meter.Reset();
        }

        _state = _state with { Epoch = epoch, Batch = 0, Done = _stopping.ShouldStop(epoch) };
        _observer(new EpochDone(epoch, losses, validation, LearningRates(), Seconds, best));
        AfterEpoch?.Invoke(epoch);
        if (best)
        {
            BestValidation = validation;
            _keeper.SaveBest(Snapshot(_state.Done));
        }

        SaveAfterEpoch(epoch);
        _step.GcController.CollectAfterEpoch();
        return true;
    }

    private IReadOnlyDictionary<string, double>? Validation(CancellationToken stop)
    {
        var (samples, scored) = (_session.Data.Validation, 0L);
        var scores = _evaluator.Score(samples, goesOn: done =>
        {
            scored = done;
            return !stop.IsCancellationRequested;
        });
        return scored < samples.Length ? null : scores;
    }

    // What cannot be told after the first epoch lies with the data and stays so; later ones may miss it once, and are then no improvement.
    private double Read(WatchedScore watched, IReadOnlyDictionary<string, double> losses, IReadOnlyDictionary<string, double> validation) =>
        watched.Read(losses, validation) ?? (_state.Epoch == 0 ? throw watched.CannotBeTold(_session.Data.Validation.LongLength) : double.NaN);

    private void Report()
    {
        if (_clock.Elapsed - _lastReport < ReportInterval)
        {
            return;
        }

        _lastReport = _clock.Elapsed;
        var left = ((_session.Settings.Epochs - _state.Epoch) * _session.StepsPerEpoch) - _state.Batch;
        _observer(new BatchesDone(
            _state.Epoch + 1, _state.Batch, _session.StepsPerEpoch, Losses(), left * _clock.Elapsed.TotalSeconds / _stepsHere, LearningRates()));
    }

    private void SaveWithinEpoch()
    {
        if (_session.Settings.CheckpointSeconds > 0 && CanSave
            && (_clock.Elapsed - _lastCheckpoint).TotalSeconds >= _session.Settings.CheckpointSeconds)
        {
            Save();
        }
    }

    // Epochs of a few milliseconds share a checkpoint: resuming is exact from any of them, and the disk is slower than the training.
    private void SaveAfterEpoch(long epoch)
    {
        var due = _session.Settings.CheckpointEpochs > 0 && epoch % _session.Settings.CheckpointEpochs == 0
            && _clock.Elapsed - _lastCheckpoint >= ShortestCheckpointInterval;
        if (due || Ended)
        {
            Save();
        }
    }

    private void Save()
    {
        foreach (var meter in _session.Meters)
        {
            meter.Flush();
        }

        _keeper.Save(Snapshot(_state.Done));
        _lastCheckpoint = _clock.Elapsed;
    }

    private bool Ended => _state.Done || _state.Epoch >= _session.Settings.Epochs;

    // A checkpoint holds no gradients: it waits until those of all objectives have become steps.
    private bool CanSave => _session.Objectives.All(objective => objective.StepSchedule.NothingWaits(_state.Batch));

    private double Seconds => _secondsBefore + _clock.Elapsed.TotalSeconds;

    private TrainingState Snapshot(bool done) => _state with
    {
        Done = done,
        Best = _stopping.Best,
        BestEpoch = _stopping.BestEpoch,
        Seconds = Seconds,
        Objectives = _session.Objectives.Select((objective, i) => KeyValuePair.Create(objective.Name, new ObjectiveState(
            objective.Optimizer.Steps, _session.Meters[i].Sum, _session.Meters[i].Samples,
            (objective.Schedule?.Memory ?? new Dictionary<string, double>()).ToImmutableSortedDictionary(),
            objective.Optimizer.Numbers.ToImmutableSortedDictionary())
        {
            FirstLoss = _session.Meters[i].First,
        })).ToImmutableSortedDictionary(),
    };

    private Dictionary<string, double> Losses() =>
        _session.Objectives.Select((objective, i) => (objective.LossName, _session.Meters[i].Mean)).ToDictionary();

    private Dictionary<string, double> LearningRates() => _session.Objectives.ToDictionary(o => o.Name, o => o.Optimizer.LearningRate);
}
