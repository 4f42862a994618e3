using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Dates;
using Builder.Datasets.Import;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Datasets.Profiles;

/// <summary>What a source holds, found out before anything was said about its columns.</summary>
/// <param name="Source">The source with everything that was detected filled in.</param>
/// <param name="Table">All its columns.</param>
/// <param name="Columns">A proposal for each column, with its type; without transforms.</param>
/// <param name="Types">Why each has its type.</param>
/// <param name="Profiles">What each holds.</param>
public sealed record SourceInspection(
    DataSource Source,
    RawTable Table,
    ImmutableArray<DataColumn> Columns,
    ImmutableArray<InferredType> Types,
    ImmutableArray<ColumnProfile> Profiles)
{
    /// <summary>Which of several tables of the file this is; null where there is one only, or no table.</summary>
    public ChosenSheet? Sheets { get; private init; }

    /// <summary>Of which kind of file the table was made; null where its text is the file's own, or it is no table.</summary>
    public MadeTable? Made { get; private init; }

    /// <summary>Lines of the file in which nothing stands, passed over between the rows of a table.</summary>
    public int BlankLines { get; private init; }

    /// <summary>Reads a source of a project and looks at it.</summary>
    /// <exception cref="DataException">The source cannot be used.</exception>
    public static SourceInspection Of(DataSource source, string projectFolder, CancellationToken ct = default) => Of(source, null, projectFolder, ct);

    /// <summary>Reads a source of a project as a person has changed its rows: a column whose only text was corrected is one of numbers.</summary>
    /// <exception cref="DataException">The source cannot be used, or is another than the one that was changed.</exception>
    public static SourceInspection Of(DataSource source, RowChanges? changes, string projectFolder, CancellationToken ct = default)
    {
        var (complete, table, sheets, made, blank) = source is TableSource tabular
            ? ReadTable(tabular, changes, ProjectPath.Resolve(projectFolder, tabular.Path), ct)
            : (source, DataImport.Read(new DataSet { Id = "inspected", Source = source, Changes = changes }, projectFolder, ct), null, null, 0);
        ImmutableArray<InferredType> types = [.. table.Columns.Select(c => TypeInference.Infer(c, (complete as TableSource)?.DateOrderOf(c.Name)))];
        return new SourceInspection(
            complete,
            table,
            [.. table.Columns.Select((c, i) => new DataColumn { Name = c.Name, Type = types[i].Type })],
            types,
            Profiler.Profile(table)) { Sheets = sheets, Made = made, BlankLines = blank };
    }

    /// <summary>
    /// The same source where other values stand for what they mean, without reading it again. Rows that are left out and cells that are corrected are those that
    /// were read; so are values whose meaning was taken away.
    /// </summary>
    /// <param name="changes">What a person has changed; null for nothing.</param>
    public SourceInspection AsMeant(RowChanges? changes)
    {
        var table = MeantValues.Apply(Table, changes);
        if (ReferenceEquals(table, Table))
        {
            return this;
        }

        var isChanged = table.Columns.Zip(Table.Columns, (after, before) => !ReferenceEquals(after, before)).ToArray();
        ImmutableArray<InferredType> types = [.. Types.Select((type, i) => isChanged[i] ? TypeInference.Infer(table.Columns[i], (Source as TableSource)?.DateOrderOf(table.Columns[i].Name)) : type)];
        return this with
        {
            Table = table,
            Columns = [.. Columns.Select((c, i) => c with { Type = types[i].Type })],
            Types = types,
            Profiles = [.. Profiles.Select((profile, i) => isChanged[i] ? Profiler.Profile(table.Columns[i]) : profile)],
        };
    }

    /// <summary>The first rows as texts, column by column within a row; null where a value is missing or a picture.</summary>
    public ImmutableArray<ImmutableArray<string?>> Sample(int rows) =>
    [
        .. Enumerable.Range(0, Math.Min(rows, Table.RowCount)).Select(row => Table.Columns.Select(c => Cell(c, row)).ToImmutableArray()),
    ];

    private static string? Cell(RawColumn column, int row) => column switch
    {
        NumberColumn numbers => double.IsNaN(numbers.Values[row]) ? null : numbers.Values[row].ToString("R", CultureInfo.InvariantCulture),
        TextColumn texts => texts[row],
        _ => null,
    };

    private static (DataSource Source, RawTable Table, ChosenSheet? Sheets, MadeTable? Made, int BlankLines) ReadTable(TableSource source, RowChanges? changes, string path, CancellationToken ct)
    {
        var before = Stamp(path);
        using var text = TableFiles.Open(source, path, ct: ct);
        var format = CsvFormatDetection.Detect(source, text);
        var csv = new CsvTable(text, format);
        var names = csv.ReadNames();
        var notNumbers = Enumerable.Range(0, names.Length).Where(i => !ChangedRows.AreNumbers(changes, names[i])).ToHashSet();
        var complete = format.Complete(source, text, names);
        var columns = csv.Read([.. names.Select((n, i) => new ColumnRequest(n, i, true, ChangedRows.Replaced(changes, n), Mark(complete, n), complete.DateOrderOf(n) == DateOrder.Duration))], names.Length, null, notNumbers, ct);
        var digits = Enumerable.Range(0, names.Length).Where(i => !notNumbers.Contains(i) && WritesDates(complete, (NumberColumn)columns[i])).ToHashSet();
        notNumbers.UnionWith(digits);
        var texts = notNumbers.Order().ToArray();
        var read = texts.Length == 0 ? [] : csv.Read([.. texts.Select(i => new ColumnRequest(names[i], i, false))], names.Length, null, null, ct);
        for (var i = 0; i < texts.Length; i++)
        {
            columns[texts[i]] = read[i];
        }

        complete = new DateColumnReading(new CsvDates(csv, format, names.Length), complete, changes).Read(columns, digits);
        complete = DurationColumns.Read(source, complete, columns, places => csv.Read([.. places.Select(i => new ColumnRequest(names[i], i, true, ChangedRows.Replaced(changes, names[i]), Mark(complete, names[i]), IsDuration: true))], names.Length, null, null, ct));

        // Columns of texts are read in a second pass; a file that is written meanwhile would be half one and half the other.
        if (Stamp(path) != before || columns.Any(c => c.Count != columns[0].Count))
        {
            throw DataProblems.ChangedWhileRead(Path.GetFileName(path));
        }

        var table = ChangedRows.Apply(new RawTable(Path.GetFileName(path), columns, SourceFingerprint.OfFiles(path)), changes);
        return table.RowCount > 0 ? (complete, table, text.Sheets, text.Made, csv.BlankLines) : throw DataProblems.NoRows(table.Name);
    }

    // Numbers are dates where somebody has said so, or where each of them is one written as digits.
    private static bool WritesDates(TableSource source, NumberColumn column) =>
        source.DateOrderOf(column.Name) is { } given ? given is not (DateOrder.None or DateOrder.Duration) : DateCounts.AreDigits(column);

    private static (long Length, DateTime Written) Stamp(string path) => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    private static byte Mark(TableSource source, string column) => CsvFormatDetection.GivenDecimal(source.Path, source.DecimalOf(column));
}
