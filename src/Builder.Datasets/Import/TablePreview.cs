using System.Collections.Immutable;
using Builder.Datasets.Csv;
using Builder.Datasets.Readings;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>What some settings make of the beginning of a table, before anybody decides for them.</summary>
/// <param name="Source">The settings, with everything filled in that they leave to be detected.</param>
/// <param name="Names">The names of the columns.</param>
/// <param name="Rows">The first rows as they are written. A row that has fewer or more fields than there are names shows that something does not fit.</param>
public sealed record TablePreview(TableSource Source, ImmutableArray<string> Names, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Which of several tables of the file it is; null where there is one only.</summary>
    public ChosenSheet? Sheets { get; init; }

    /// <summary>Of what kind of file the table was made; null where it stands in the file as text with separators, and only then letters and separators can be chosen.</summary>
    public MadeTable? Made { get; init; }

    /// <summary>Reads the beginning of a table.</summary>
    /// <param name="source">The settings.</param>
    /// <param name="projectFolder">The folder that the source's path is relative to.</param>
    /// <param name="rows">Most rows.</param>
    /// <exception cref="DataException">The file cannot be read like this.</exception>
    public static TablePreview Of(TableSource source, string projectFolder, int rows)
    {
        ArgumentNullException.ThrowIfNull(source);
        var path = ProjectPath.Resolve(projectFolder, source.Path);
        using var reading = TableReading.Open(source, path, closesQuotes: true);
        return new TablePreview(reading.Source, reading.Names, reading.ReadFirst(rows)) { Sheets = reading.Sheets, Made = reading.Made };
    }
}
