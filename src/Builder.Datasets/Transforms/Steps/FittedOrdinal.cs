using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>
/// A category as its number 0 … K−1. A category that training never saw gets the number of the most frequent one: an
/// embedding has no other row for it, and an untrained row would be noise.
/// </summary>
/// <param name="Classes">The categories of the training rows, in the order of their numbers.</param>
/// <param name="MostFrequent">Number of the category that most training rows have; of several, the first.</param>
public sealed record FittedOrdinal(ImmutableArray<string> Classes, int MostFrequent) : FittedStep
{
    /// <summary>Learns the categories of the training rows.</summary>
    internal static FittedOrdinal Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnSite site)
    {
        var counts = CategorySteps.Count(CategorySteps.Names(values, site), trainRows, site);
        var classes = CategorySteps.Sorted(counts.Keys);
        return new FittedOrdinal(classes, classes.IndexOf(classes.MaxBy(name => counts[name])!));
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site)
    {
        var codes = CategorySteps.Codes(Classes, values, site);
        var numbers = Array.ConvertAll(codes, code => (long)(code == CategorySteps.Unknown ? MostFrequent : code));
        return new BlockValues(numbers, ElementType.Int64, [], codes.Length) { UnseenRows = CategorySteps.UnseenRows(codes) };
    }

    /// <inheritdoc/>
    public bool Equals(FittedOrdinal? other) =>
        other is not null && MostFrequent == other.MostFrequent && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classes.Length, MostFrequent);
}
