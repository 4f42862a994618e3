using System.Collections.Immutable;

namespace Builder.Graph.Data;

/// <summary>
/// One data set of a document: where its rows come from, which of them and which columns are used, how values become
/// numbers, and which rows are held back. Pure description; nothing is read here.
/// </summary>
public sealed record DataSet
{
    /// <summary>Name by which blocks of the canvas refer to this data set.</summary>
    public required string Id { get; init; }

    /// <summary>Where the rows come from.</summary>
    public required DataSource Source { get; init; }

    /// <summary>Which rows are used; null for all.</summary>
    public RowSelection? Rows { get; init; }

    /// <summary>Rows that a person has left out and cells that are corrected, before anything is selected; null for none.</summary>
    public RowChanges? Changes { get; init; }

    /// <summary>The columns used, in order. Columns of the source that are not listed are ignored.</summary>
    public ImmutableArray<DataColumn> Columns { get; init; } = [];

    /// <summary>How an ordered series or a running text is cut into windows; null where every row is a sample.</summary>
    public Windows? Windows { get; init; }

    /// <summary>Which samples are held back for validation and test.</summary>
    public Split Split { get; init; } = new RandomSplit();
}
