using System.Collections.Immutable;

namespace Builder.Graph.Data;

/// <summary>Pictures and labels in IDX files, as MNIST is distributed; plain or gzip. Columns: <c>picture</c>, <c>label</c>.</summary>
public sealed record IdxSource : DataSource
{
    /// <summary>File of the pictures (3 dimensions: grey; 4: with channels last), unsigned bytes.</summary>
    public required string Images { get; init; }

    /// <summary>File of the labels (1 dimension, unsigned bytes); null where there are none.</summary>
    public string? Labels { get; init; }

    /// <summary>Names of the labels 0, 1, 2, …; empty to show the numbers themselves.</summary>
    public ImmutableArray<string> ClassNames { get; init; } = [];
}
