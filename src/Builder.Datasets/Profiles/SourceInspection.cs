using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets.Changes;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Dates;
using Builder.Datasets.Import;
using Builder.Datasets.Labels;
using Builder.Datasets.Readings;
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
    /// <summary>Sorting a column takes twice its memory: of many rows no more columns are sorted beside each other than take half of the table's.</summary>
    private const int ColumnsOfOne = 4;

    /// <summary>Which of several tables of the file this is; null where there is one only, or no table.</summary>
    public ChosenSheet? Sheets { get; private init; }

    /// <summary>Of which kind of file the table was made; null where its text is the file's own, or it is no table.</summary>
    public MadeTable? Made { get; private init; }

    /// <summary>How the table beside pictures fits to them; null where none is used.</summary>
    public PictureJoin? Join { get; private init; }

    /// <summary>Tables that lie beside pictures, name many of them and are not used; the one that names the most first.</summary>
    public ImmutableArray<PictureLabels> Beside { get; private init; } = [];

    /// <summary>Quotes that are not closed in their line and were read as ordinary characters; null where there are none.</summary>
    public UnclosedQuotes? UnclosedQuotes { get; private init; }

    /// <summary>Rows that lack values at their end; null where there are none.</summary>
    public ShortRows? ShortRows { get; private init; }

    /// <summary>The fields of the lines below the names that say more about the columns and are no rows, such as their units.</summary>
    public ImmutableArray<ImmutableArray<string>> ColumnNotes { get; private init; } = [];

    /// <summary>The names of the first columns where they are one in the file and were taken apart; else none.</summary>
    public ImmutableArray<string> Keys { get; private init; } = [];

    /// <summary>What stands below the table; null where nothing does.</summary>
    public BelowTable? Below { get; private init; }

    /// <summary>Lines of the file in which nothing stands, passed over between the rows of a table.</summary>
    public int BlankLines { get; private init; }

    /// <summary>Reads a source of a project and looks at it.</summary>
    /// <exception cref="DataException">The source cannot be used.</exception>
    public static SourceInspection Of(DataSource source, string projectFolder, CancellationToken ct = default) => Of(source, null, projectFolder, ct);

    /// <summary>Reads a source of a project as a person has changed its rows: a column whose only text was corrected is one of numbers.</summary>
    /// <exception cref="DataException">The source cannot be used, or is another than the one that was changed.</exception>
    public static SourceInspection Of(DataSource source, RowChanges? changes, string projectFolder, CancellationToken ct = default)
    {
        if (source is PicturesSource pictures)
        {
            return OfPictures(pictures, changes, ProjectPath.Resolve(projectFolder, pictures.Path), ct);
        }

        if (source is TableSource tabular)
        {
            using var reading = TableReading.Open(tabular, ProjectPath.Resolve(projectFolder, tabular.Path), closesQuotes: true, ct);
            var (complete, read) = ReadTable(tabular, changes, reading, ct);
            return Look(complete, read, ct) with { Sheets = reading.Sheets, Made = reading.Made, UnclosedQuotes = reading.UnclosedQuotes, ShortRows = reading.ShortRows, BlankLines = reading.BlankLines, ColumnNotes = reading.ReadNotes(), Below = reading.ReadBelow(), Keys = reading.Keys };
        }

        return Look(source, DataImport.Read(new DataSet { Id = "inspected", Source = source, Changes = changes }, projectFolder, ct), ct);
    }

    /// <summary>
    /// Reads a table from end to end and tells how it is read, with everything that was found out. Of a large one the columns are kept beside it: who looks at them
    /// afterwards does not take the file apart again.
    /// </summary>
    /// <exception cref="DataException">It cannot be used.</exception>
    public static TableSource Keep(TableSource source, string projectFolder, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var reading = TableReading.Open(source, ProjectPath.Resolve(projectFolder, source.Path), closesQuotes: true, ct);
        return ReadTable(source, null, reading, ct).Source;
    }

    /// <summary>Whether a table was read like this before, so that its columns lie beside it; also where it is so small that nothing is kept of it.</summary>
    public static bool IsKept(TableSource source, string projectFolder)
    {
        ArgumentNullException.ThrowIfNull(source);
        var path = ProjectPath.Resolve(projectFolder, source.Path);
        if (new FileInfo(path) is not { Exists: true, Length: >= TableReading.FewestBytes })
        {
            return true;
        }

        try
        {
            if (!TableReading.IsTextKept(source, path))
            {
                return false;
            }

            using var reading = TableReading.Open(source, path, closesQuotes: true);
            return reading.AreKept([.. Numbers(reading, null)]);
        }
        catch (DataException)
        {
            // Whoever reads it says why.
            return false;
        }
    }

    private static SourceInspection Look(DataSource source, RawTable table, CancellationToken ct)
    {
        // Each column by itself, for numbers are sorted.
        var (types, profiles) = (new InferredType[table.Columns.Count], new ColumnProfile[table.Columns.Count]);
        var free = new ConcurrentBag<ProfileScratch>();
        var together = table.RowCount < Leftovers.ManyRows ? -1 : Math.Max(2, types.Length / ColumnsOfOne);
        Parallel.For(0, types.Length, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = together }, i =>
        {
            var scratch = free.TryTake(out var used) ? used : new ProfileScratch();
            profiles[i] = Profiler.Profile(table.Columns[i], scratch);
            types[i] = TypeOf(source, table.Columns[i], profiles[i]);
            free.Add(scratch);
        });
        if (table.RowCount >= Leftovers.ManyRows)
        {
            // The runtime would let it lie until several times as much was made; with few objects that takes milliseconds.
            free.Clear();
            GC.Collect();
        }

        return new(source, table, [.. table.Columns.Select((c, i) => new DataColumn { Name = c.Name, Type = types[i].Type })], [.. types], [.. profiles]);
    }

    private static SourceInspection OfPictures(PicturesSource source, RowChanges? changes, string path, CancellationToken ct)
    {
        var table = PictureImport.Read(path);
        PictureJoin? join = null;
        ImmutableArray<PictureLabels> beside = [];
        if (source.Labels is { } labels)
        {
            var (place, file) = LabelTables.Place(labels, path);
            using var reading = TableReading.Open(place, file, ct: ct);
            var (read, columns) = ReadTable(place, null, reading, ct);
            labels = labels with { Table = read with { Path = labels.Table.Path, Sheet = Directory.Exists(path) ? read.Sheet : null } };
            source = source with { Labels = labels };
            var names = LabelTables.Read(labels, path, [new ColumnNeed(labels.Names, IsNumber: false, IsOptional: false)], ct).Get<TextColumn>(labels.Names);
            (table, join) = new PictureJoiner(table, labels, names).With(columns.Columns);
        }
        else
        {
            beside = [.. LabelTables.Find(path, table.Get<TextColumn>(PicturesSource.FileColumn).Entries, ct)];
        }

        table = ChangedRows.Apply(table, changes);
        if (table.RowCount == 0)
        {
            throw DataProblems.NoRows(table.Name);
        }

        return Look(source, table, ct) with { Join = join, Beside = beside };
    }

    private static InferredType TypeOf(DataSource source, RawColumn column, ColumnProfile profile) => (source is PicturesSource pictures ? TypeOfPictures(pictures, column) : null)
        ?? TypeInference.Infer(column, profile, (source as TableSource)?.DateOrderOf(column.Name));

    private static InferredType? TypeOfPictures(PicturesSource source, RawColumn column) => column.Name switch
    {
        PictureLabels.TicksColumn when source.Labels is { Ticks.IsDefaultOrEmpty: false } && column is TextColumn labels && TickColumns.AreSeveral(labels) =>
            new(ColumnType.Labels, new("The table has a column for each label.", "表格中每个标签各占一列。")) { Separator = LabelColumns.SeparatorOf(labels) },
        PicturesSource.ClassColumn when column is TextColumn => new(ColumnType.Category, new("The folder in which a picture lies.", "图片所在的文件夹。")),
        PicturesSource.PartColumn => new(ColumnType.Id, new("The folder says what a picture is for.", "文件夹说明了图片的用途。")),
        PicturesSource.FileColumn => new(ColumnType.Id, new("Names the picture.", "图片的名称。")),
        _ => null,
    };

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
        ImmutableArray<ColumnProfile> profiles = [.. Profiles.Select((profile, i) => isChanged[i] ? Profiler.Profile(table.Columns[i]) : profile)];
        ImmutableArray<InferredType> types =
            [.. Types.Select((type, i) => isChanged[i] ? TypeOf(Source, table.Columns[i], profiles[i]) : type)];
        return this with
        {
            Table = table,
            Columns = [.. Columns.Select((c, i) => c with { Type = types[i].Type })],
            Types = types,
            Profiles = profiles,
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

    private static (TableSource Source, RawTable Table) ReadTable(TableSource source, RowChanges? changes, TableReading reading, CancellationToken ct)
    {
        var names = reading.Names;
        var notNumbers = Enumerable.Range(0, names.Length).Where(i => !ChangedRows.AreNumbers(changes, names[i])).ToHashSet();
        ColumnRequest[] numbers = [.. Numbers(reading, changes)];
        var columns = reading.Read(numbers, null, notNumbers, ct);
        var complete = reading.Source;
        var digits = Enumerable.Range(0, names.Length).Where(i => !notNumbers.Contains(i) && WritesDates(complete, (NumberColumn)columns[i])).ToHashSet();
        notNumbers.UnionWith(digits);
        var texts = notNumbers.Order().ToArray();
        var read = texts.Length == 0 ? [] : reading.Read([.. texts.Select(i => new ColumnRequest(names[i], i, false))], ct: ct);
        for (var i = 0; i < texts.Length; i++)
        {
            columns[texts[i]] = read[i];
        }

        complete = new DateColumnReading(new TableDates(reading), complete, changes).Read(columns, digits);
        complete = DurationColumns.Read(source, complete, columns, places => reading.Read([.. places.Select(p => numbers[p.Place] with { Durations = p.Way })], ct: ct));
        complete = MagnitudeColumns.Read(source, complete, columns, places => reading.Read([.. places.Select(p => numbers[p] with { HasMagnitudes = true })], ct: ct));

        // Columns of texts are read in a second pass; a file that is written meanwhile would be half one and half the other.
        reading.CheckUnchanged();
        if (columns.Any(c => c.Count != columns[0].Count))
        {
            throw DataProblems.ChangedWhileRead(reading.Name);
        }

        var table = ChangedRows.Apply(new RawTable(reading.Name, columns, reading.Fingerprint), changes);
        return table.RowCount > 0 ? (complete, table) : throw DataProblems.NoRows(table.Name);
    }

    /// <summary>All columns as numbers, which is how a table is looked at first.</summary>
    private static IEnumerable<ColumnRequest> Numbers(TableReading reading, RowChanges? changes)
    {
        var source = reading.Source;
        return reading.Names.Select((name, i) => new ColumnRequest(name, i, true, ChangedRows.Replaced(changes, name), Mark(source, name), ColumnRequest.DurationsOf(source, name), source.HasMagnitudes(name)));
    }

    // Numbers are dates where somebody has said so, or where each of them is one written as digits.
    private static bool WritesDates(TableSource source, NumberColumn column) =>
        source.DateOrderOf(column.Name) is { } given ? !given.AreNoDates() : DateCounts.AreDigits(column);

    private static byte Mark(TableSource source, string column) => CsvFormatDetection.GivenDecimal(source.Path, source.DecimalOf(column));
}
