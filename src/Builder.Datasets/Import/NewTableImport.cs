using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Readings;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>
/// Reads new rows for a model that was trained on a table: a table like that one, one with only the columns that the model reads, or for a
/// model that reads nothing but a text, a text file.
/// </summary>
internal static class NewTableImport
{
    private static readonly string[] TableEndings = [".csv", ".tsv", ".tab"];

    /// <summary>The rows of a file.</summary>
    /// <param name="spec">The data set that the model was trained on.</param>
    /// <param name="source">Its table.</param>
    /// <param name="path">The file.</param>
    /// <param name="inputs">Names of the columns that the model reads; null where any may be read.</param>
    /// <param name="ct">Stops reading.</param>
    public static RawTable Read(DataSet spec, TableSource source, string path, IReadOnlyCollection<string>? inputs, CancellationToken ct)
    {
        var read = inputs is null ? [] : spec.Columns.Where(c => inputs.Contains(c.Name)).DistinctBy(c => c.SourceName).ToArray();
        TableReading? reading = null;
        if (read is [{ Type: ColumnType.Text } only] && !IsTable(path) && (reading = Named(source, path, read, ct)) is null)
        {
            return OneText(only, path);
        }

        using (reading ??= TableReading.OpenNew(source, path, ct))
        {
            var needs = ColumnNeeds.OfPrediction(spec);
            if (read.Length == 0 || !read.All(c => PlaceOf(c.SourceName) is not null))
            {
                if (source.Header is null)
                {
                    TableImport.TakeHeader(reading, needs);
                }
                else if (source.Header is { Names: > 0 } trained && !NewNames.Take(reading, [.. needs.Select(n => n.Name)], trained) && trained.Lines == 1)
                {
                    // Whoever says what lacks names the columns of the first line.
                    reading.SetHeader(true);
                }

                return TableImport.ReadNew(reading, reading.Names, needs, ct);
            }

            var isNamed = HeaderNames(reading, read);
            reading.SetHeader(isNamed);
            return TableImport.ReadNew(reading, [.. isNamed ? Renamed(read, reading.Names) : InOrder(read, reading.Names)], needs, ct);
        }
    }

    private static bool IsTable(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return TableEndings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || TableFiles.IsPacked(path);
    }

    // One file, one text: as with a picture. A table of texts has an ending that says so, or a first line that names the column.
    private static RawTable OneText(DataColumn column, string path)
    {
        var text = RunningTextImport.Read(new TextSource { Path = path }, path);
        return new(text.Name, [new TextColumn(column.SourceName, [text.Get<TextColumn>("text")[0]!.Trim()])], text.Fingerprint);
    }

    /// <summary>A text file whose first line names a column that the model reads; null where it is prose.</summary>
    private static TableReading? Named(TableSource source, string path, DataColumn[] read, CancellationToken ct)
    {
        TableReading? reading = null;
        try
        {
            reading = TableReading.OpenNew(source, path, ct);
            if (HeaderNames(reading, read))
            {
                return reading;
            }
        }
        catch (DataException)
        {
            // What is no table may be a text.
        }

        reading?.Dispose();
        return null;
    }

    // Where the training table had no header, new rows may well have one, with the names that the project gives.
    private static bool HeaderNames(TableReading reading, DataColumn[] read)
    {
        var header = reading.Format.Header;
        reading.SetHeader(true);
        var names = reading.Names;
        reading.SetHeader(header);
        return read.Any(c => names.Contains(c.Name) || names.Contains(c.SourceName));
    }

    private static IEnumerable<string> Renamed(DataColumn[] read, ImmutableArray<string> names) =>
        names.Select(name => read.FirstOrDefault(c => c.Name == name && !names.Contains(c.SourceName))?.SourceName ?? name);

    // A file with as many columns as the model reads has exactly those, in their order.
    private static IEnumerable<string> InOrder(DataColumn[] read, ImmutableArray<string> names) =>
        names.Length == read.Length ? read.Select(c => c.SourceName).OrderBy(PlaceOf) : names;

    private static int? PlaceOf(string name) =>
        name.StartsWith(CsvTable.Unnamed, StringComparison.Ordinal) && int.TryParse(name.AsSpan(CsvTable.Unnamed.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : null;
}
