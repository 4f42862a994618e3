using System.Collections.Immutable;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>A data set whose columns are ready for a network, and by which door each of them enters.</summary>
internal sealed record Encoded
{
    /// <summary>The description.</summary>
    public required DataSet DataSet { get; init; }

    /// <summary>The kind of question.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>Name of the column to predict within the data set.</summary>
    public required string Target { get; init; }

    /// <summary>Columns that enter as plain numbers.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>Categories of so many values that each gets an embedding.</summary>
    public ImmutableArray<string> Embedded { get; init; } = [];

    /// <summary>The text column; null without one.</summary>
    public string? Text { get; init; }

    /// <summary>In a series, the target's own past; null elsewhere.</summary>
    public string? Past { get; init; }

    /// <summary>The picture column; null without one.</summary>
    public string? Picture { get; init; }

    /// <summary>Rows that were left out because their target is not known.</summary>
    public int UnknownTargets { get; init; }

    /// <summary>What was done to which column.</summary>
    public required ColumnNotes Notes { get; init; }
}
