using System.Collections.Immutable;

namespace Builder.Graph.Documents;

/// <summary>A place on the canvas, in canvas units (pixels at zoom 1).</summary>
public readonly record struct Position(double X, double Y);

/// <summary>
/// One block on the canvas. Its <see cref="Kind"/> names an entry of the catalog; parameters that are not set have the catalog's default.
/// </summary>
public sealed record Block
{
    /// <summary>Name of the block, unique in the document and stable for its whole life: letters, digits, '-' and '_'.</summary>
    public required string Id { get; init; }

    /// <summary>The catalog's id of what this block is, such as "Linear".</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the group that this block stands in; null on the main canvas.</summary>
    public string? Group { get; init; }

    /// <summary>What the person calls it; null shows the kind's title.</summary>
    public string? Label { get; init; }

    /// <summary>A remark of the person.</summary>
    public string? Note { get; init; }

    /// <summary>A muted block lets its first input through unchanged.</summary>
    public bool Muted { get; init; }

    /// <summary>Id of another block of the same kind (and, for groups, the same group) whose weights this one uses; null for weights of its own.</summary>
    public string? WeightsFrom { get; init; }

    /// <summary>Place on the canvas.</summary>
    public Position Position { get; init; }

    /// <summary>Parameters that differ from the catalog's defaults or were set explicitly.</summary>
    public ImmutableSortedDictionary<string, ParameterValue> Parameters { get; init; } = NoParameters;

    /// <summary>An empty set of parameters, ordered by ordinal comparison as all of them are.</summary>
    public static ImmutableSortedDictionary<string, ParameterValue> NoParameters { get; } =
        ImmutableSortedDictionary.Create<string, ParameterValue>(StringComparer.Ordinal);
}
