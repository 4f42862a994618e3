using System.Diagnostics;
using Builder.Protocol;
using Builder.Training.Evaluation;
using Builder.Training.Loop;
using Builder.Training.Sessions;

namespace Builder.Training.Runs;

/// <summary>
/// Scores the model at the end of its run, the held-back samples first. Whoever asks the run to stop gets what was scored within a few
/// seconds: the model itself is saved before.
/// </summary>
internal sealed class FinalScoring
{
    private const int MostScoredAfterStop = 512;

    // Training samples tell only how much better the model knows what it has seen: so many show it to a percent, and scoring all of them
    // can take as long as a good part of an epoch.
    private const int MostTrainingScored = 2_048;

    // More cases move a threshold by less than anybody sees.
    private const int MostForThresholds = 50_000;

    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);

    private readonly TrainingSession _session;
    private readonly Evaluator _evaluator;
    private readonly RunRequest _request;
    private readonly bool _wasStopped;
    private readonly Stopwatch _sinceReport = new();
    private readonly Stopwatch _sinceStop = new();
    private long _done;
    private long _samples;

    /// <summary>Makes ready to score.</summary>
    /// <param name="session">The model and its data.</param>
    /// <param name="evaluator">Scores.</param>
    /// <param name="request">What was ordered.</param>
    /// <param name="wasStopped">True where the training was stopped before its end.</param>
    public FinalScoring(TrainingSession session, Evaluator evaluator, RunRequest request, bool wasStopped) =>
        (_session, _evaluator, _request, _wasStopped) = (session, evaluator, request, wasStopped);

    /// <summary>The test samples that were scored: all of them, or the first ones where there was no time for more.</summary>
    public long[] Tested { get; private set; } = [];

    /// <summary>The predictions of two classes for the validation samples on which thresholds are chosen.</summary>
    public IReadOnlyList<CollectedSamples> Validated { get; private set; } = [];

    /// <summary>The same for the training samples that are scored.</summary>
    public IReadOnlyList<CollectedSamples> Trained { get; private set; } = [];

    /// <summary>
    /// Chooses on the validation part from which probability on a rare class is said and a label given; from then on the evaluator goes by these thresholds.
    /// </summary>
    public DecisionThresholds ChooseThresholds()
    {
        _request.Leave.ThrowIfCancellationRequested();
        if (_session.Data.Validation.Length > 0 && _evaluator.NewCollection().Any(ThresholdChoice.Suits))
        {
            var chosenOn = SampleSpread.Of(_session.Data.Validation, _wasStopped ? MostScoredAfterStop : MostForThresholds);
            var collected = _evaluator.Collect(chosenOn);
            _evaluator.Thresholds = ThresholdChoice.Of(collected, _session.Data.Fitted);
            Validated = [.. collected.Where(s => ThresholdChoice.IsOfTwo(s, _session.Data.Fitted))];
        }

        return _evaluator.Thresholds;
    }

    /// <summary>Scores the parts: what was held back wholly, of a large training part some samples, spread evenly.</summary>
    /// <param name="knownValidation">Scores of the validation part where they are known already.</param>
    /// <param name="keep">Takes the predictions for test samples; null where nobody wants to see them one by one.</param>
    /// <returns>The scores with the chosen thresholds, and with the usual ones.</returns>
    public (PartScores Chosen, PartScores Usual) Score(IReadOnlyDictionary<string, double>? knownValidation, IReadOnlyList<CollectedSamples>? keep)
    {
        var test = _session.Data.Test;
        var validation = knownValidation is null ? SampleSpread.Of(_session.Data.Validation, _wasStopped ? MostScoredAfterStop : long.MaxValue) : [];
        var train = SampleSpread.Of(_session.Data.Train, MostTrainingSamples);
        _samples = test.LongLength + validation.LongLength + train.LongLength;
        Report();
        var testScores = Part(test, keep, out var tested);
        Tested = tested == test.LongLength ? test : test[..(int)tested];
        (IReadOnlyDictionary<string, double> Chosen, IReadOnlyDictionary<string, double> Usual) validationScores =
            knownValidation is null ? Part(validation, null, out _) : (knownValidation, knownValidation);
        Trained = [.. _evaluator.NewCollection().Where(s => ThresholdChoice.IsOfTwo(s, _session.Data.Fitted))];
        var trainScores = Part(train, Trained, out _);
        return (new(trainScores.Chosen, validationScores.Chosen, testScores.Chosen), new(trainScores.Usual, validationScores.Usual, testScores.Usual));
    }

    private (IReadOnlyDictionary<string, double> Chosen, IReadOnlyDictionary<string, double> Usual) Part(
        long[] starts, IReadOnlyList<CollectedSamples>? keep, out long scored)
    {
        var (before, last) = (_done, 0L);
        var scores = _evaluator.ScoreBoth(starts, keep, done =>
        {
            (last, _done) = (done, before + done);
            return GoesOn();
        }, BatchSize);
        scored = last;
        return scores;
    }

    private long MostTrainingSamples =>
        _wasStopped ? MostScoredAfterStop : HasHeldBack ? MostTrainingScored : long.MaxValue;

    private bool HasHeldBack => _session.Data.Test.Length + _session.Data.Validation.Length > 0;

    // In small steps where somebody waits for the end.
    private long BatchSize => _wasStopped
        ? Math.Min(_session.Settings.BatchSize, _session.Settings.EvaluationBatchSize) : _session.Settings.EvaluationBatchSize;

    private bool GoesOn()
    {
        _request.Leave.ThrowIfCancellationRequested();
        if (_sinceReport.Elapsed >= ReportInterval)
        {
            Report();
        }

        if (!_request.Stop.IsCancellationRequested)
        {
            return true;
        }

        _sinceStop.Start();
        return _sinceStop.Elapsed < _request.PatienceAfterStop;
    }

    private void Report()
    {
        _sinceReport.Restart();
        _request.Observer(new ModelScored(_done, _samples));
    }
}
