using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>The rows of a source that are used: those that meet every condition, at most <see cref="Limit"/> of them.</summary>
public sealed record RowSelection
{
    /// <summary>Conditions that must all hold.</summary>
    public ImmutableArray<RowCondition> Where { get; init; } = [];

    /// <summary>The source's columns in which a row must have a value: rows where one is missing, such as an unknown target, are left out.</summary>
    public ImmutableArray<string> Complete { get; init; } = [];

    /// <summary>Of rows that agree in every column that the data set uses (ids and pictures apart) only the first is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Distinct { get; init; }

    /// <summary>At most this many rows, counted from the first that meets the conditions; null for all.</summary>
    public long? Limit { get; init; }
}

/// <summary>Keeps the rows whose value in a column is one of the listed ones, as it is written in the source.</summary>
public sealed record RowCondition
{
    /// <summary>Name of the source's column.</summary>
    public required string Column { get; init; }

    /// <summary>The values that are kept.</summary>
    public ImmutableArray<string> In { get; init; } = [];
}
