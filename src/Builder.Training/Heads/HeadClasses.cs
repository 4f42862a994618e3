using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;

namespace Builder.Training.Heads;

/// <summary>What the classes of a head are called.</summary>
public static class HeadClasses
{
    /// <summary>True where a head tells one of several classes, also of only two.</summary>
    public static bool AreOf(Head head) => head.Task is TaskKind.Classification or TaskKind.BinaryClassification;

    /// <summary>Names of the classes, or labels, of a target column in their order; numbers for a yes or no whose column has no two names.</summary>
    public static ImmutableArray<string> Of(Head head, FittedTransforms fitted, string column)
    {
        var names = fitted[column].Schema.ClassNames;
        return head.Task == TaskKind.BinaryClassification && names.Length != 2 ? Numbers(2) : names;
    }

    /// <summary>The numbers from 0 as names.</summary>
    public static ImmutableArray<string> Numbers(long count) =>
        [.. Enumerable.Range(0, (int)count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
