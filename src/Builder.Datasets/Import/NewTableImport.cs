using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
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
        if (read is [{ Type: ColumnType.Text } only] && !IsTable(path) && !HeaderNames(source, path, read))
        {
            return OneText(only, path);
        }

        var needs = ColumnNeeds.OfPrediction(spec);
        var asked = Asked(source, path);
        if (read.Length == 0 || !read.All(c => PlaceOf(c.SourceName) is not null))
        {
            return TableImport.Read(asked, path, needs, rows: default, ct, areNew: true);
        }

        return HeaderNames(source, path, read)
            ? TableImport.Read(asked with { Header = true }, path, needs, rows: default, ct, Renamed(read), areNew: true)
            : TableImport.Read(asked with { Header = false }, path, needs, rows: default, ct, InOrder(read), areNew: true);
    }

    private static TableSource Asked(TableSource source, string path)
    {
        using var text = TableFiles.Open(CsvFormatDetection.Own(source, path), path, isNew: true);
        return CsvFormatDetection.ForNewRows(source, path, text);
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

    // Where the training table had no header, new rows may well have one, with the names that the project gives.
    private static bool HeaderNames(TableSource source, string path, DataColumn[] read)
    {
        try
        {
            using var text = TableFiles.Open(CsvFormatDetection.Own(source, path), path, isNew: true);
            var format = CsvFormatDetection.Detect(CsvFormatDetection.ForNewRows(source, path, text) with { Header = true }, text);
            var names = new CsvTable(text, format).ReadNames();
            return read.Any(c => names.Contains(c.Name) || names.Contains(c.SourceName));
        }
        catch (DataException) when (!IsTable(path))
        {
            return false;
        }
    }

    private static Func<IReadOnlyList<string>, IReadOnlyList<string>> Renamed(DataColumn[] read) => names =>
        [.. names.Select(name => read.FirstOrDefault(c => c.Name == name && !names.Contains(c.SourceName))?.SourceName ?? name)];

    // A file with as many columns as the model reads has exactly those, in their order.
    private static Func<IReadOnlyList<string>, IReadOnlyList<string>> InOrder(DataColumn[] read) => names =>
        names.Count == read.Length ? [.. read.Select(c => c.SourceName).OrderBy(PlaceOf)] : names;

    private static int? PlaceOf(string name) =>
        name.StartsWith("column ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : null;
}
