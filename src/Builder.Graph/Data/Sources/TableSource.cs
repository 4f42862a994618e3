using System.Collections.Immutable;

namespace Builder.Graph.Data;

/// <summary>A table in a text file: comma, tab, semicolon or otherwise separated, plain or compressed with gzip.</summary>
public sealed record TableSource : DataSource
{
    /// <summary>What is read as a missing value where a source does not say otherwise.</summary>
    public static ImmutableArray<string> UsualMissing { get; } = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"];

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The character between two fields; null to detect it.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The decimal mark, "." or ","; null to detect it.</summary>
    public string? Decimal { get; init; }

    /// <summary>utf-8, utf-16le, utf-16be, windows-1252, latin-1 or gb18030; null to detect it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the first row holds the columns' names; null to detect it. Without one they are "column 1", "column 2", …</summary>
    public bool? Header { get; init; }

    /// <summary>The fields that mean "no value".</summary>
    public ImmutableArray<string> Missing { get; init; } = UsualMissing;
}
