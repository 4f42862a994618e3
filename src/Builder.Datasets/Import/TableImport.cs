using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Reads the columns of a table.</summary>
internal static class TableImport
{
    /// <summary>The needed columns of a file; <paramref name="called"/> may give its columns other names than the file does, and <paramref name="areNew"/> says that they are rows for a model.</summary>
    public static RawTable Read(
        TableSource source, string path, IReadOnlyList<ColumnNeed> needs, (RowSelection? Selection, RowChanges? Changes) rows, CancellationToken ct,
        Func<IReadOnlyList<string>, IReadOnlyList<string>>? called = null, bool areNew = false)
    {
        var file = Path.GetFileName(path);
        using var text = TableFiles.Open(source, path, areNew, ct);
        var format = WithHeader(source, CsvFormatDetection.Detect(source, text), text, needs);
        var table = new CsvTable(text, format);
        ImmutableArray<string> given = table.ReadNames();
        var names = called is null ? given : [.. called(given)];
        var requests = new List<ColumnRequest>();
        foreach (var need in needs)
        {
            var index = names.IndexOf(need.Name);
            if (index >= 0)
            {
                requests.Add(new ColumnRequest(
                    need.Name, index, need.IsNumber, ChangedRows.Replaced(rows.Changes, need.Name), MarkOf(source, format, file, need.Name, index),
                    ColumnRequest.DurationsOf(source, need.Name)));
            }
            else if (!need.IsOptional)
            {
                throw DataProblems.NoSuchColumn(file, need.Name, names);
            }
        }

        if (requests.Count == 0)
        {
            throw DataProblems.NoSuchColumn(file, needs.Count > 0 ? needs[0].Name : "", names);
        }

        var limit = rows is { Changes: null, Selection: { Where.Length: 0, Complete.Length: 0, Distinct: false } } ? rows.Selection.Limit : null;
        var columns = table.Read(requests, names.Length, limit, notNumbers: null, ct);
        var (dates, areDates) = (new CsvDates(table, format, names.Length), needs.Where(n => n.IsDate).Select(n => n.Name).ToHashSet(StringComparer.Ordinal));
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = columns[i] is not TextColumn texts || !areDates.Contains(texts.Name) ? columns[i]
                : areNew ? dates.ReadNew(texts, source.DateOrderOf(texts.Name))
                : dates.Read(texts, source.DateOrderOf(texts.Name), ChangedRows.Replaced(rows.Changes, texts.Name));
        }

        return new RawTable(file, columns, SourceFingerprint.OfFiles(path));
    }

    private static byte? MarkOf(TableSource source, CsvFormat format, string file, string column, int index) =>
        source.Decimals?.GetValueOrDefault(column) is { } given ? CsvFormatDetection.GivenDecimal(file, given)
        : format.ColumnMarks.TryGetValue(index, out var mark) ? mark : null;

    /// <summary>Where nothing is said, a first line that holds the name of a needed column is a header, whatever it looks like.</summary>
    private static CsvFormat WithHeader(TableSource source, CsvFormat format, TableText text, IReadOnlyList<ColumnNeed> needs)
    {
        if (source.Header is not null || format.HasHeader)
        {
            return format;
        }

        var withHeader = format with { HasHeader = true };
        var names = new CsvTable(text, withHeader).ReadNames();
        return needs.Any(n => names.Contains(n.Name)) && needs.All(n => !n.Name.StartsWith("column ", StringComparison.Ordinal)) ? withHeader : format;
    }
}
