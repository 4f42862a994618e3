using Builder.Protocol;
using Builder.Protocol.Messages;

namespace Builder.Web.Runs.Feed;

/// <summary>
/// What is known of one run, in memory and of bounded size. Whoever supervises the run writes; viewers read at their own pace and never make
/// the writer wait.
/// </summary>
/// <param name="runId">The run.</param>
/// <param name="clock">For the speed.</param>
public sealed class RunEventBuffer(string runId, TimeProvider clock)
{
    private const int MostEpochs = 4_000;
    private const int MostSteps = 2_000;
    private const int MostRemarks = 200;

    private readonly Lock _lock = new();
    private readonly ThinnedList<EpochPoint> _epochs = new(MostEpochs);
    private readonly ThinnedList<StepPoint> _steps = new(MostSteps);
    private readonly List<(long Sequence, RunRemark Remark)> _remarks = [];
    private readonly Dictionary<string, (long Sequence, RunSample Sample)> _samples = new(StringComparer.Ordinal);
    private readonly HashSet<(long Epoch, long Step, double Factor)> _toldRates = [];
    private readonly RateHistory _history = new();
    private readonly Speedometer _speed = new(clock);
    private TaskCompletionSource _changed = NewSignal();
    private (long Sequence, RunStatus? Value) _status;
    private (long Sequence, RunPlan? Value) _plan;
    private (long Sequence, RunNow? Value) _now;
    private (long Sequence, RunRates? Value) _rates;
    private (long Sequence, IReadOnlyList<RatePoint>? Value) _rateChanges;
    private (long Sequence, RunOutcome? Value) _outcome;
    private (long Since, SharedUpdate Update)? _shared;
    private long _sequence;
    private long _rewound;

    /// <summary>The run.</summary>
    public string RunId { get; } = runId;

    /// <summary>Whole epochs that are done.</summary>
    public long EpochsDone { get; private set; }

    /// <summary>True where the loss ran away, so that a smaller learning rate is the way out.</summary>
    public bool HasDiverged { get; private set; }

    /// <summary>Notes where the run stands.</summary>
    public void SetStatus(RunStatus status) => Change(sequence => _status = (sequence, status));

    /// <summary>Takes in what the runner tells.</summary>
    public void Add(RunEvent happened) => Change(sequence => Take(happened, sequence));

    /// <summary>Everything that is new since a moment; null where nothing is. For 0 it is all that is known.</summary>
    public RunUpdate? Since(long sequence) => SharedSince(sequence)?.Update;

    /// <summary>The same, as the very object that everybody gets who is equally far.</summary>
    public SharedUpdate? SharedSince(long sequence)
    {
        lock (_lock)
        {
            if (sequence >= _sequence && sequence > 0)
            {
                return null;
            }

            var all = sequence <= 0 || sequence < _rewound;
            var since = all ? 0 : sequence;
            if (_shared is not { } known || known.Since != since || known.Update.Update.Sequence != _sequence)
            {
                _shared = known = (since, new(Update(since) with { Snapshot = all }));
            }

            return known.Update;
        }
    }

    /// <summary>Waits until something is newer than a moment.</summary>
    public Task ChangedSinceAsync(long sequence, CancellationToken ct)
    {
        lock (_lock)
        {
            return _sequence > sequence ? Task.CompletedTask : _changed.Task.WaitAsync(ct);
        }
    }

    /// <summary>Puts back losses within epochs that were kept from an earlier time.</summary>
    public void Restore(IEnumerable<StepPoint> steps) => Change(sequence =>
    {
        foreach (var step in steps)
        {
            _steps.Add(sequence, step);
        }
    });

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(Action<long> change)
    {
        TaskCompletionSource signal;
        lock (_lock)
        {
            change(++_sequence);
            (signal, _changed) = (_changed, NewSignal());
        }

        signal.TrySetResult();
    }

    private RunUpdate Update(long since) => new()
    {
        Sequence = _sequence,
        RunId = RunId,
        Status = Newer(_status, since),
        Plan = Newer(_plan, since),
        Now = Newer(_now, since),
        Rates = Newer(_rates, since),
        RateChanges = Newer(_rateChanges, since),
        Outcome = Newer(_outcome, since),
        Epochs = NullIfEmpty(_epochs.Since(since)),
        Steps = NullIfEmpty(_steps.Since(since)),
        Remarks = NullIfEmpty([.. _remarks.Where(r => r.Sequence > since).Select(r => r.Remark)]),
        Samples = NullIfEmpty([.. _samples.Values.Where(s => s.Sequence > since).Select(s => s.Sample)]),
    };

    private static T? Newer<T>((long Sequence, T? Value) held, long since)
        where T : class => held.Sequence > since ? held.Value : null;

    private static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;

    private void Take(RunEvent happened, long sequence)
    {
        switch (happened)
        {
            case RunEvent.Started e: Begin(e, sequence); break;
            case RunEvent.Progress e: Progress(e, sequence); break;
            case RunEvent.EpochDone e: Epoch(e, sequence); break;
            case RunEvent.RatesChanged e: ChangeRates(e, sequence); break;
            case RunEvent.Scoring e: Score(e, sequence); break;
            case RunEvent.Remark e: Note(new(EpochsDone, e.Message), sequence); break;
            case RunEvent.SampleMade e: _samples[SampleKey(e)] = (sequence, RunParts.Sample(e, RunId)); break;
            case RunEvent.Finished e: Finish(e, sequence); break;
            case RunEvent.Failed e: HasDiverged = RunFaults.AreOfLearningRate(e.Code); break;
            case RunEvent.Paused or RunEvent.Resumed: _speed.Restart(); break;
        }
    }

    private void Finish(RunEvent.Finished e, long sequence)
    {
        _outcome = (sequence, RunParts.Outcome(e));
        HasDiverged = RunFaults.EndedWorse(e.StartLoss, e.Train);
    }

    private void Begin(RunEvent.Started e, long sequence)
    {
        HasDiverged = false;
        _history.Take(e);
        _plan = (sequence, RunParts.Plan(e));
        if (e.ResumedAt is not { } epoch)
        {
            return;
        }

        // What was learned after the checkpoint is learned again: it must not stand in the curves twice.
        _epochs.RemoveAll(p => p.Epoch >= epoch);
        _steps.RemoveAll(p => p.At > epoch - 1);
        _outcome = (sequence, null);
        EpochsDone = epoch - 1;
        _rewound = sequence;
        _now = (sequence, new(epoch, 0, Part(epoch - 1, 0), null, null));
    }

    private void Progress(RunEvent.Progress e, long sequence)
    {
        var inEpoch = e.StepsPerEpoch > 0 ? (double)e.Step / e.StepsPerEpoch : 0;
        var plan = _plan.Value;
        if (plan is { StepsPerEpoch: > 0 })
        {
            _speed.Passed(((e.Epoch - 1) * plan.StepsPerEpoch) + e.Step, (double)plan.TrainSamples / plan.StepsPerEpoch);
        }

        _steps.Add(sequence, new(e.Epoch - 1 + inEpoch, e.Train));
        Take(e.LearningRates, sequence);
        _now = (sequence, new(e.Epoch, e.Step, Part(e.Epoch - 1, inEpoch), e.SecondsLeft, _speed.SamplesPerSecond));
    }

    private void Epoch(RunEvent.EpochDone e, long sequence)
    {
        _epochs.RemoveAll(p => p.Epoch >= e.Epoch);
        _epochs.Add(sequence, new(e.Epoch, e.Train, e.Validation, e.Seconds, e.Best));
        EpochsDone = e.Epoch;
        Take(e.LearningRates, sequence);
        _speed.Restart();
        _now = (sequence, new(e.Epoch, 0, Part(e.Epoch, 0), _now.Value?.SecondsLeft, _speed.SamplesPerSecond));
    }

    // A schedule moves them all the time; who looks on is told of what has changed, not of every batch.
    private void Take(IReadOnlyDictionary<string, double?>? rates, long sequence)
    {
        if (rates is not null && rates.Any(r => _rates.Value?.Now.GetValueOrDefault(r.Key) != r.Value))
        {
            _rates = (sequence, new(_rates.Value?.Factor ?? 1, rates));
        }
    }

    // A run that goes on makes its changes again: each is told once.
    private void ChangeRates(RunEvent.RatesChanged e, long sequence)
    {
        _rates = (sequence, new(e.Factor, e.After));
        _history.Take(e);
        _rateChanges = (sequence, _history.Points);
        if (_toldRates.Add((e.Epoch, e.Step, e.Factor)))
        {
            Note(new(EpochsDone, RateWords.Changed(e)), sequence);
        }
    }

    private void Score(RunEvent.Scoring e, long sequence) => _now = (sequence,
        (_now.Value ?? new(EpochsDone, 0, Part(EpochsDone, 0), null, null)) with { SecondsLeft = null, SamplesPerSecond = null, Scored = e.Done, ToScore = e.Samples });

    // Of generated text and pictures the latest counts; of predictions the latest of every column.
    private static string SampleKey(RunEvent.SampleMade e) => e.Kind is SampleKind.Predictions or SampleKind.Points ? $"{e.Kind} {e.Value}" : $"{e.Kind}";

    private double Part(long epochsDone, double inEpoch) =>
        _plan.Value is { Epochs: > 0 and var epochs } ? Math.Clamp((epochsDone + inEpoch) / epochs, 0, 1) : 0;

    private void Note(RunRemark remark, long sequence)
    {
        _remarks.Add((sequence, remark));
        if (_remarks.Count > MostRemarks)
        {
            _remarks.RemoveAt(0);
        }
    }
}
