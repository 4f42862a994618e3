using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Evaluation;
using Builder.Training.Heads;
using Builder.Training.Metrics;

namespace Builder.Training.Importances;

/// <summary>
/// The score that a model's verdict leads with: the share of right answers, F1 of a rare class that is said from a threshold of its own on, the mean F1 of labels, or the
/// mean absolute error of a quantity.
/// </summary>
public sealed class LeadingScore
{
    private readonly Head _head;
    private readonly HeadDecision _decision;

    private LeadingScore(Head head, HeadDecision decision, MetricDefinition metric, string? ofClass) =>
        (_head, _decision, Metric, Class) = (head, decision, metric, ofClass);

    /// <summary>Which metric it is.</summary>
    public MetricDefinition Metric { get; }

    /// <summary>The class that it speaks of; null where it speaks of all.</summary>
    public string? Class { get; }

    /// <summary>The score of a head; null where its predictions are judged by nothing of that kind.</summary>
    /// <param name="head">The head.</param>
    /// <param name="fitted">Knows the names of its classes.</param>
    /// <param name="thresholds">From which probabilities on the model says a class or gives a label.</param>
    public static LeadingScore? Of(Head head, FittedTransforms fitted, DecisionThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(thresholds);
        if (head.Binding is not { } binding || MetricCatalog.Leading(head.Task) is not { } metric)
        {
            return null;
        }

        var decision = HeadDecision.Of(head, fitted, thresholds);
        return decision.Binary is { } rare
            ? new(head, decision, MetricCatalog.F1, HeadClasses.Of(head, fitted, binding.Columns[0])[rare.Class]) : new(head, decision, metric, null);
    }

    /// <summary>Its value; null where it cannot be told.</summary>
    /// <param name="samples">The head's predictions.</param>
    public double? Of(CollectedSamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (!samples.IsOnePerSample || samples.Count == 0 || !samples.Predicted.All(double.IsFinite))
        {
            return null;
        }

        return _head.Task switch
        {
            TaskKind.Regression => Enumerable.Range(0, samples.Width).Average(column => Told(RegressionMetrics.Score(
                MultiLabelMetrics.Column(samples.Predicted, column, samples.Width), MultiLabelMetrics.Column(samples.True, column, samples.Width)))),
            TaskKind.MultiLabel => Told(MultiLabelMetrics.Report([.. samples.Predicted], [.. samples.True.Select(v => v > 0.5)], _decision.Labels)?.Scores),
            _ => OfClasses(samples),
        };
    }

    // Of all that a report tells this is the quick part; curves would have to be sorted anew for every shuffle.
    private double OfClasses(CollectedSamples samples)
    {
        double[] probabilities = [.. samples.Predicted];
        var said = Enumerable.Range(0, samples.Count)
            .Select(i => ClassDecision.Of(_decision.Binary, probabilities.AsSpan(i * samples.Width, samples.Width))).ToArray();
        var matrix = new ConfusionMatrix(said, [.. samples.True.Select(v => (int)v)], samples.Width);
        return _decision.Binary is { } rare ? ClassScore.Of(matrix, rare.Class).F1 : (double)matrix.Right() / matrix.Cases;
    }

    private double? Told(IReadOnlyDictionary<string, double>? scores) => scores is not null && scores.TryGetValue(Metric.Id, out var value) ? value : null;
}
