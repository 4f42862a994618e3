using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>
/// What a person has changed about the rows of a source: rows that are left out, cells that are corrected, and values that stand for another. The file itself
/// stays as it is; whoever reads the data set applies the changes.
/// </summary>
public sealed record RowChanges
{
    /// <summary>
    /// Fingerprint of the source for which they were made, so that row numbers never hit other rows after the file was exchanged; null
    /// applies them to whatever file is there.
    /// </summary>
    public string? Of { get; init; }

    /// <summary>Numbers of the rows that are not used.</summary>
    public RowNumbers LeftOut { get; init; } = RowNumbers.None;

    /// <summary>Cells that have another value, in the order of rows and, within a row, of column names (ordinal).</summary>
    public ImmutableArray<CellCorrection> Corrections { get; init; } = [];

    /// <summary>Values that stand for another wherever they occur, in new rows to predict as well: spellings of one class, numbers that mean "no value".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<ValueMeaning> Meanings { get; init; }

    /// <summary>Numbers of rows, group by group, that are copies of each other: where rows are drawn, those of a group go to the same part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<RowNumbers> Together { get; init; }

    /// <summary>True where nothing is changed.</summary>
    [JsonIgnore]
    public bool IsEmpty => HasNoRows && Meanings.IsDefaultOrEmpty && Together.IsDefaultOrEmpty;

    /// <summary>True where no row is left out and no cell corrected.</summary>
    [JsonIgnore]
    public bool HasNoRows => LeftOut.IsEmpty && Corrections.IsEmpty;

    /// <inheritdoc/>
    public bool Equals(RowChanges? other) =>
        other is not null && Of == other.Of && LeftOut.Equals(other.LeftOut) && Corrections.AsSpan().SequenceEqual(other.Corrections.AsSpan())
        && Meanings.AsSpan().SequenceEqual(other.Meanings.AsSpan()) && Together.AsSpan().SequenceEqual(other.Together.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Of, LeftOut, Corrections.Length, Meanings.IsDefault ? 0 : Meanings.Length, Together.IsDefault ? 0 : Together.Length);
}

/// <summary>Another value for one cell of a source.</summary>
public sealed record CellCorrection
{
    /// <summary>Number of the row; the first row of data is 1.</summary>
    public required int Row { get; init; }

    /// <summary>Name of the source's column.</summary>
    public required string Column { get; init; }

    /// <summary>The value as text; numbers with a decimal point; empty for a missing value.</summary>
    public required string Value { get; init; }
}

/// <summary>What a value of a column stands for.</summary>
public sealed record ValueMeaning
{
    /// <summary>Name of the source's column.</summary>
    public required string Column { get; init; }

    /// <summary>The value as it is written; numbers with a decimal point; empty for a missing one.</summary>
    public required string Written { get; init; }

    /// <summary>The value that it stands for; empty for none.</summary>
    public required string Meant { get; init; }

    /// <summary>Where the value is one of several labels in a cell, what stands between them, or "json" for lists; null where it is all that the cell holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Separator { get; init; }
}
