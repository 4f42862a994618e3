using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Acceleration;
using Builder.Training.DataLoading;
using Builder.Training.Heads;
using Builder.Training.Layers;
using Builder.Training.Programs;
using Builder.Training.Sessions;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Evaluation;

/// <summary>
/// Scores the model on samples without changing anything: weights, batch statistics and the random state are the same afterwards, so how
/// often a run is scored has no influence on what it learns.
/// </summary>
public sealed class Evaluator
{
    private readonly TrainingSession _session;
    private readonly Head[] _heads;
    private readonly ExecutionPlan _plan;

    /// <summary>An evaluator of the session's model.</summary>
    public Evaluator(TrainingSession session)
    {
        _session = session;
        _heads = [.. session.Heads.Where(h => h.Target is not null)];
        IEnumerable<FlatSource> wanted = [.. session.Objectives.Select(o => o.Loss), .. _heads.SelectMany(h => new[] { h.Prediction, h.Target!.Value })];
        _plan = session.Program.Plan(wanted);
    }

    /// <summary>From which probabilities on the model says a class or gives a label; the usual ones until better ones are chosen.</summary>
    public DecisionThresholds Thresholds { get; set; } = DecisionThresholds.Usual;

    /// <summary>Losses and scores over these samples; empty where there are none.</summary>
    /// <inheritdoc cref="ScoreBoth"/>
    public IReadOnlyDictionary<string, double> Score(
        long[] starts, IReadOnlyList<CollectedSamples>? keep = null, Func<long, bool>? goesOn = null, long? batchSize = null) =>
        ScoreBoth(starts, keep, goesOn, batchSize).Chosen;

    /// <summary>Losses and scores over these samples, with the chosen thresholds and with the usual ones; empty where there are none.</summary>
    /// <param name="starts">Start rows of the samples.</param>
    /// <param name="keep">Takes the predictions as well; null where nobody wants to see them one by one.</param>
    /// <param name="goesOn">
    /// Is told after each batch how many samples are done, and says whether to go on; the scores are then those of the samples that are done.
    /// </param>
    /// <param name="batchSize">Samples in a batch; null for as many as the trainer says.</param>
    public (IReadOnlyDictionary<string, double> Chosen, IReadOnlyDictionary<string, double> Usual) ScoreBoth(
        long[] starts, IReadOnlyList<CollectedSamples>? keep = null, Func<long, bool>? goesOn = null, long? batchSize = null)
    {
        if (starts.Length == 0)
        {
            Dictionary<string, double> none = [];
            return (none, none);
        }

        using var random = RandomState.Fixed(_session.Device);
        using var noGrad = no_grad();
        using var feed = _session.DeviceData.Feed(starts);
        var collectors = _heads.Select(Collector).ToArray();
        var losses = new double[_session.Objectives.Count];
        long done = 0;
        do
        {
            feed.MoveTo(done, batchSize ?? _session.Settings.EvaluationBatchSize);
            ScoreBatch(feed, collectors, losses, keep ?? []);
            done += feed.BatchSize;
        }
        while ((goesOn?.Invoke(done) ?? true) && done < feed.Samples);

        double[] means = [.. losses.Select(sum => sum / done)];
        var chosen = Together(means, collectors, Thresholds);
        return (chosen, Thresholds.Heads.Count == 0 ? chosen : Together(means, collectors, DecisionThresholds.Usual));
    }

    /// <summary>The predictions of every head that has a truth to compare with.</summary>
    /// <param name="starts">Start rows of the samples.</param>
    public IReadOnlyList<CollectedSamples> Collect(long[] starts)
    {
        if (starts.Length == 0)
        {
            return NewCollection();
        }

        using var feed = _session.DeviceData.Feed(starts);
        return Collect(feed);
    }

    /// <summary>The predictions of every head that has a truth to compare with.</summary>
    /// <param name="feed">The samples, at least one.</param>
    /// <param name="leave">Ends the work between two batches.</param>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public IReadOnlyList<CollectedSamples> Collect(ISampleFeed feed, CancellationToken leave = default)
    {
        var collected = NewCollection();
        if (collected.Count == 0)
        {
            return collected;
        }

        using var random = RandomState.Fixed(_session.Device);
        using var noGrad = no_grad();
        for (long first = 0; first < feed.Samples; first += _session.Settings.EvaluationBatchSize)
        {
            leave.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            feed.MoveTo(first, _session.Settings.EvaluationBatchSize);
            Compute(feed);
            Keep(collected);
        }

        return collected;
    }

    /// <summary>An empty collection for every head whose predictions can be looked at one by one.</summary>
    public IReadOnlyList<CollectedSamples> NewCollection() =>
        [.. _heads.Where(h => h.Task != TaskKind.LanguageModel).Select(h => new CollectedSamples(h, _session.Data.Fitted))];

    private void Keep(IReadOnlyList<CollectedSamples> collected)
    {
        foreach (var samples in collected)
        {
            samples.Add(_plan[samples.Head.Prediction], _plan[samples.Head.Target!.Value]);
        }
    }

    private void Compute(ISampleFeed feed)
    {
        using (Accelerator.Autocast(_session.Settings.BFloat16, _session.Device))
        {
            _plan.Run(feed, new ForwardContext(Training: false, feed.BatchSize));
        }
    }

    private void ScoreBatch(BatchLoader feed, IScoreCollector[] collectors, double[] losses, IReadOnlyList<CollectedSamples> keep)
    {
        using var scope = NewDisposeScope();
        Compute(feed);
        Keep(keep);
        for (var i = 0; i < losses.Length; i++)
        {
            losses[i] += _plan[_session.Objectives[i].Loss].ToDouble() * feed.BatchSize;
        }

        for (var i = 0; i < collectors.Length; i++)
        {
            collectors[i].Add(_plan[_heads[i].Prediction], _plan[_heads[i].Target!.Value]);
        }
    }

    private Dictionary<string, double> Together(double[] losses, IScoreCollector[] collectors, DecisionThresholds thresholds)
    {
        var scores = losses.Select((loss, i) => (_session.Objectives[i].LossName, loss)).ToDictionary();
        for (var i = 0; i < collectors.Length; i++)
        {
            foreach (var (name, value) in collectors[i].Scores(HeadDecision.Of(_heads[i], _session.Data.Fitted, thresholds)))
            {
                // The first head speaks for the model; further ones carry their own name.
                scores.TryAdd(i == 0 ? name : $"{_heads[i].Name}.{name}", value);
            }
        }

        return scores;
    }

    private IScoreCollector Collector(Head head) => head.Task switch
    {
        TaskKind.Regression => new RegressionCollector(head, _session.Data.Fitted),
        TaskKind.LanguageModel => new LanguageModelCollector(head),
        TaskKind.Anomaly => new AnomalyCollector(),
        TaskKind.MultiLabel => new MultiLabelCollector(head),
        _ => new ClassificationCollector(head),
    };
}
