using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>A category as [K] floats: zeros with a single one. A category that training never saw is all zeros.</summary>
/// <param name="Classes">The categories of the training rows, in the order of their places.</param>
public sealed record FittedOneHot(ImmutableArray<string> Classes) : FittedStep
{
    /// <summary>Learns the categories of the training rows.</summary>
    internal static FittedOneHot Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnSite site) =>
        new(CategorySteps.Sorted(CategorySteps.Count(CategorySteps.Names(values, site), trainRows, site).Keys));

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site)
    {
        var codes = CategorySteps.Codes(Classes, values, site);
        var floats = Blocks.Allocate<float>(codes.Length, Classes.Length, site);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] != CategorySteps.Unknown)
            {
                floats[row * (long)Classes.Length + codes[row]] = 1;
            }
        }
        return new BlockValues(floats, ElementType.Float32, [Classes.Length], codes.Length) { UnseenRows = CategorySteps.UnseenRows(codes) };
    }

    /// <inheritdoc/>
    public bool Equals(FittedOneHot? other) => other is not null && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => Classes.Length;
}
