using System.Collections.Immutable;
using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Metrics;

namespace Builder.Training.Heads;

/// <summary>What a head says by its probabilities: the likeliest class, or a class or label from a threshold on.</summary>
public sealed class HeadDecision
{
    private HeadDecision(ClassDecision? binary, double[] labels) => (Binary, Labels) = (binary, labels);

    /// <summary>How one of two classes is told; null for the likeliest.</summary>
    public ClassDecision? Binary { get; }

    /// <summary>Shape [labels]: from which probability on each label is given; empty for other tasks.</summary>
    public double[] Labels { get; }

    /// <summary>The decision of a head.</summary>
    /// <param name="head">The head.</param>
    /// <param name="fitted">Knows the names of its classes.</param>
    /// <param name="thresholds">Those of the model.</param>
    public static HeadDecision Of(Head head, FittedTransforms fitted, DecisionThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        ImmutableArray<string> names = head.Binding is { Columns: [var column] } ? HeadClasses.Of(head, fitted, column) : [];
        var own = thresholds.Of(head.Name)?.Classes ?? [];
        if (head.Task == TaskKind.MultiLabel)
        {
            return new(null, [.. names.Select(name => own.FirstOrDefault(c => c.Class == name)?.Threshold ?? MultiLabelMetrics.UsualThreshold)]);
        }

        return own is [var only] && names.Length == 2 && names.IndexOf(only.Class) is >= 0 and var place ? new(new ClassDecision(place, only.Threshold), []) : new(null, []);
    }
}
