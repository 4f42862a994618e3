using System.Collections.Immutable;

namespace Builder.Datasets.Csv;

/// <summary>How a table is written in its file: everything that a project file may leave to be detected.</summary>
/// <param name="Encoding">One of the names of <see cref="Text.TextEncoding"/>.</param>
/// <param name="Delimiter">The byte between two fields.</param>
/// <param name="DecimalMark">'.' or ','.</param>
/// <param name="NewLine">The byte that ends a line.</param>
/// <param name="HasHeader">Whether the first line holds the columns' names.</param>
/// <param name="Missing">The fields that mean "no value".</param>
public sealed record CsvFormat(
    string Encoding,
    byte Delimiter,
    byte DecimalMark,
    byte NewLine,
    bool HasHeader,
    ImmutableArray<string> Missing);
