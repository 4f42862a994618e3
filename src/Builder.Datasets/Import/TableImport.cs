using System.Collections.Immutable;
using Builder.Datasets.Changes;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Readings;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Reads the columns of a table.</summary>
internal static class TableImport
{
    /// <summary>The needed columns of a project's file.</summary>
    public static RawTable Read(TableSource source, string path, IReadOnlyList<ColumnNeed> needs, (RowSelection? Selection, RowChanges? Changes) rows, CancellationToken ct)
    {
        using var reading = TableReading.Open(source, path, ct: ct);
        if (source.Header is null)
        {
            TakeHeader(reading, needs);
        }

        return Read(reading, reading.Names, needs, rows, ct);
    }

    /// <summary>The names of all columns of a project's file.</summary>
    public static ImmutableArray<string> Names(TableSource source, string path, IReadOnlyList<ColumnNeed> needs, CancellationToken ct)
    {
        using var reading = TableReading.Open(source, path, ct: ct);
        if (source.Header is null)
        {
            TakeHeader(reading, needs);
        }

        return reading.Names;
    }

    /// <summary>The needed columns of rows for a model; <paramref name="names"/> may be other ones than the file gives them.</summary>
    public static RawTable ReadNew(TableReading reading, ImmutableArray<string> names, IReadOnlyList<ColumnNeed> needs, CancellationToken ct) =>
        Read(reading, names, needs, rows: default, ct, areNew: true);

    /// <summary>Where nothing is said, a first line that holds the name of a needed column is a header, whatever it looks like, and so are several that make such names together.</summary>
    public static void TakeHeader(TableReading reading, IReadOnlyList<ColumnNeed> needs)
    {
        if (!needs.Any(n => n.Name.StartsWith(CsvTable.Unnamed, StringComparison.Ordinal)))
        {
            reading.TakeNames([.. needs.Select(n => n.Name)], true);
        }
    }

    private static RawTable Read(
        TableReading reading, ImmutableArray<string> names, IReadOnlyList<ColumnNeed> needs, (RowSelection? Selection, RowChanges? Changes) rows, CancellationToken ct,
        bool areNew = false)
    {
        var (file, source) = (reading.Name, reading.Given);
        var requests = new List<ColumnRequest>();
        foreach (var need in needs)
        {
            var index = names.IndexOf(need.Name);
            if (index >= 0)
            {
                requests.Add(new ColumnRequest(
                    need.Name, index, need.IsNumber, ChangedRows.Replaced(rows.Changes, need.Name), MarkOf(source, reading.Format, file, need.Name, index),
                    ColumnRequest.DurationsOf(source, need.Name), source.HasMagnitudes(need.Name)));
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
        var columns = reading.Read(requests, limit, notNumbers: null, ct);
        var (dates, areDates) = (new TableDates(reading), needs.Where(n => n.IsDate).Select(n => n.Name).ToHashSet(StringComparer.Ordinal));
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = columns[i] is not TextColumn texts || !areDates.Contains(texts.Name) ? columns[i]
                : areNew ? dates.ReadNew(texts, source.DateOrderOf(texts.Name))
                : dates.Read(texts, source.DateOrderOf(texts.Name), ChangedRows.Replaced(rows.Changes, texts.Name));
        }

        return new RawTable(file, columns, reading.Fingerprint);
    }

    private static byte? MarkOf(TableSource source, CsvFormat format, string file, string column, int index) =>
        source.Decimals?.GetValueOrDefault(column) is { } given ? CsvFormatDetection.GivenDecimal(file, given)
        : format.ColumnMarks.TryGetValue(index, out var mark) ? mark : null;
}
