using System.Collections.Immutable;
using Builder.Datasets.Preparation;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Evaluation;
using Builder.Training.Heads;
using Builder.Training.Metrics;

namespace Builder.Training.Runs;

/// <summary>
/// Chooses from which probability on a rare class is said and a label given: where F1 is best on the validation part, never on the test. With few cases the best
/// threshold is chance, so the usual one stays.
/// </summary>
public static class ThresholdChoice
{
    /// <summary>The rarer of two classes has at most this share: from four to one on it is worth a threshold of its own.</summary>
    private const double RareShare = 0.2;

    /// <summary>Cases of a rare class from which on its threshold is chosen,</summary>
    private const int FewestOfAClass = 10;

    /// <summary>and of a label.</summary>
    private const int FewestOfALabel = 5;

    /// <summary>So much better F1 must become, or the usual threshold stays.</summary>
    private const double LeastGain = 0.01;

    /// <summary>True where a head may go by thresholds of its own.</summary>
    /// <param name="samples">A collection of its predictions, which may be empty.</param>
    public static bool Suits(CollectedSamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return samples.Head.Binding is { Columns.Length: 1 } && (samples.Head.Task == TaskKind.MultiLabel || HeadClasses.AreOf(samples.Head));
    }

    /// <summary>True where a head tells one of two classes of each sample.</summary>
    /// <param name="samples">A collection of its predictions, which may be empty.</param>
    /// <param name="fitted">Knows the names of classes.</param>
    public static bool IsOfTwo(CollectedSamples samples, FittedTransforms fitted)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return samples is { IsOnePerSample: true, Head.Binding.Columns: [var column] } && HeadClasses.AreOf(samples.Head) && HeadClasses.Of(samples.Head, fitted, column).Length == 2;
    }

    /// <summary>The thresholds that are best on some samples.</summary>
    /// <param name="validation">The predictions of every head for the validation samples.</param>
    /// <param name="fitted">Knows the names of classes and labels.</param>
    public static DecisionThresholds Of(IEnumerable<CollectedSamples> validation, FittedTransforms fitted)
    {
        ArgumentNullException.ThrowIfNull(validation);
        return new([.. validation.Where(s => Suits(s) && s.IsOnePerSample && s.Count > 0 && s.Predicted.All(double.IsFinite)).Select(s => Of(s, fitted)).OfType<HeadThresholds>()]);
    }

    private static HeadThresholds? Of(CollectedSamples samples, FittedTransforms fitted)
    {
        var names = HeadClasses.Of(samples.Head, fitted, samples.Head.Binding!.Columns[0]);
        var classes = samples.Head.Task == TaskKind.MultiLabel ? OfLabels(samples, names) : samples.Width == 2 ? OfTwo(samples, names) : [];
        return classes.IsEmpty ? null : new(samples.Head.Name, classes);
    }

    // Labels with the usual threshold are named too, so that people see all of them at one glance.
    private static ImmutableArray<ClassThreshold> OfLabels(CollectedSamples samples, ImmutableArray<string> names)
    {
        double?[] chosen = [.. Enumerable.Range(0, names.Length).Select(label => Best(
            MultiLabelMetrics.Column(samples.Predicted, label, samples.Width), [.. MultiLabelMetrics.Column(samples.True, label, samples.Width).Select(v => v > 0.5)], FewestOfALabel))];
        return Array.TrueForAll(chosen, t => t is null) ? [] : [.. names.Select((name, label) => new ClassThreshold(name, chosen[label] ?? MultiLabelMetrics.UsualThreshold))];
    }

    private static ImmutableArray<ClassThreshold> OfTwo(CollectedSamples samples, ImmutableArray<string> names)
    {
        var second = samples.True.Count(v => v > 0.5) / (double)samples.Count;
        var rare = second <= 0.5 ? 1 : 0;
        return Math.Min(second, 1 - second) > RareShare || names.Length != 2 ? []
            : Best(MultiLabelMetrics.Column(samples.Predicted, rare, 2), [.. samples.True.Select(v => (int)v == rare)], FewestOfAClass) is { } threshold
                ? [new(names[rare], threshold)] : [];
    }

    /// <summary>The threshold with the best F1; null where there are too few cases to tell, or where it is hardly better than the usual one.</summary>
    private static double? Best(double[] scores, bool[] positive, int fewest)
    {
        var cases = positive.Count(p => p);
        if (cases < fewest || positive.Length - cases < fewest || RankingMetrics.BestF1(scores, positive) is not { } best)
        {
            return null;
        }

        return best.F1 >= F1(scores, positive, MultiLabelMetrics.UsualThreshold) + LeastGain ? ClassThreshold.Between(scores.Where(s => s < best.Threshold).DefaultIfEmpty(0).Max(), best.Threshold) : null;
    }

    private static double F1(double[] scores, bool[] positive, double threshold)
    {
        var (right, given) = (0, 0);
        for (var i = 0; i < scores.Length; i++)
        {
            given += scores[i] >= threshold ? 1 : 0;
            right += scores[i] >= threshold && positive[i] ? 1 : 0;
        }

        return 2.0 * right / (given + positive.Count(p => p));
    }
}
