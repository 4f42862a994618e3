using System.Collections.Immutable;
using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>A column that is asked for.</summary>
/// <param name="Name">Its name, for messages and for the result.</param>
/// <param name="Index">Its place in a line, from 0.</param>
/// <param name="IsNumber">As numbers, or as text.</param>
/// <param name="IsReplaced">Rows, from 0, whose field does not count and so need not be a number; null where all count.</param>
/// <param name="DecimalMark">The decimal mark of the column, '.' or ','; null where it is that of the table.</param>
/// <param name="Durations">How it says how long something took, such as 1:23:45: numbers of seconds; null where it does not.</param>
/// <param name="HasMagnitudes">Whether what stands behind its numbers multiplies them, see <see cref="Numbers.Magnitudes"/>.</param>
public sealed record ColumnRequest(string Name, int Index, bool IsNumber, Func<int, bool>? IsReplaced = null, byte? DecimalMark = null, DateOrder? Durations = null, bool HasMagnitudes = false)
{
    /// <summary>The way of writing durations that a source names for a column; null where it names none.</summary>
    public static DateOrder? DurationsOf(TableSource source, string column) => source.DateOrderOf(column) is { } order && order.AreDurations() ? order : null;
}

/// <summary>A column as it was read.</summary>
/// <param name="Column">The column; cut short where it is none of numbers.</param>
/// <param name="Notes">What was seen of its numbers; null for texts.</param>
internal readonly record struct ColumnReading(RawColumn Column, NumberNotes? Notes);

/// <summary>Quotes that are not closed in their line and were read as ordinary characters.</summary>
/// <param name="Line">The line of the file, from 1, of the first.</param>
/// <param name="Count">How many.</param>
public sealed record UnclosedQuotes(long Line, int Count);

/// <summary>
/// A table in a text file. Numbers are read straight from the file's bytes into memory of their final type; no object is made for
/// a row or a number.
/// </summary>
/// <param name="text">The file's text.</param>
/// <param name="format">How it is written.</param>
public sealed class CsvTable(TableText text, CsvFormat format)
{
    /// <summary>A table in a file that is text itself.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is written.</param>
    public CsvTable(string path, CsvFormat format)
        : this(TableText.OfFile(path), format)
    {
    }

    /// <summary>Tables with more columns are refused: they are rarely meant.</summary>
    public const int MostColumns = 20_000;

    /// <summary>What the name of a column that has none begins with; its place from 1 follows.</summary>
    internal const string Unnamed = "column ";

    /// <summary>Lines among the rows in which nothing stands, as they were passed over when columns were read last.</summary>
    public int BlankLines { get; private set; }

    private readonly string _file = text.Name;
    private readonly MissingMarkers _missing = new(format.Missing, format.DecimalMark);

    /// <summary>Quotes that are not closed in their line and were read as ordinary characters when columns were read last; null where there are none.</summary>
    internal UnclosedQuotes? UnclosedQuotes { get; private set; }

    /// <summary>Rows that lack values at their end, as columns were read last; null where there are none.</summary>
    internal ShortRows? ShortRows { get; private set; }

    // Fields to which lines are filled up, once there are some that have fewer.
    private int _filledTo;

    /// <summary>The columns' names: from the first lines, or "column 1", "column 2", …; all different.</summary>
    /// <exception cref="DataException">The file is empty, not text, or has too many columns.</exception>
    public ImmutableArray<string> ReadNames() =>
        NamesOf(ReadLines(0, Math.Max(1, format.Header.Names)) is { IsEmpty: false } first ? first
            : throw (format is { LinesAbove: 0, LinesBelow: 0 } ? TableProblems.Empty(_file) : TableProblems.AllSkipped(_file)));

    /// <summary>The fields of the first rows below the names as texts, however many each row has.</summary>
    /// <exception cref="DataException">The file is not text.</exception>
    public ImmutableArray<ImmutableArray<string>> ReadFirst(int rows) => ReadLines(format.Header.Lines, rows);

    /// <summary>The fields of the lines below the names that are no rows.</summary>
    /// <exception cref="DataException">The file is not text.</exception>
    public ImmutableArray<ImmutableArray<string>> ReadNotes() => format.Header.Notes == 0 ? [] : ReadLines(format.Header.Names, format.Header.Notes);

    private ImmutableArray<ImmutableArray<string>> ReadLines(int skip, int count)
    {
        using var reader = new CsvBlockReader(text, format);
        var records = new CsvRecords();
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (lines.Count < count && reader.Next())
        {
            records.Split(reader.Block, 0);
            for (var line = Math.Min(skip, records.Count); line < records.Count && lines.Count < count; line++)
            {
                lines.Add(Fields(reader.Block, records, line));
            }

            skip -= Math.Min(skip, records.Count);
        }

        return lines.ToImmutable();
    }

    private ImmutableArray<string> Fields(CsvBlock block, CsvRecords records, int line)
    {
        var width = records.Width(block, line);
        var scratch = Array.Empty<byte>();
        var fields = ImmutableArray.CreateBuilder<string>(width);
        for (var column = 0; column < width; column++)
        {
            fields.Add(Encoding.UTF8.GetString(CsvField.Content(CsvField.Raw(block, records, line, column, width), format.Quotes, ref scratch)));
        }

        return fields.MoveToImmutable();
    }

    /// <summary>Reads columns.</summary>
    /// <param name="requests">The columns, in any order.</param>
    /// <param name="width">Fields of every line.</param>
    /// <param name="limit">Rows after which reading stops.</param>
    /// <param name="notNumbers">
    /// If given, the columns are looked at for the first time: it takes the indices of requests that are no numbers, instead of an error, whose columns may be
    /// cut short. Else a column may hold any texts among its numbers, which then are missing values, up to one half.
    /// </param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>A <see cref="NumberColumn"/> or <see cref="TextColumn"/> for each request.</returns>
    /// <exception cref="DataException">A line or a field cannot be used, or memory does not suffice.</exception>
    public RawColumn[] Read(
        IReadOnlyList<ColumnRequest> requests,
        int width,
        long? limit = null,
        ISet<int>? notNumbers = null,
        CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return Array.ConvertAll(ReadAll(requests, width, limit, notNumbers, ct), r => r.Column);
    }

    /// <summary>The same, with what was seen of the numbers.</summary>
    internal ColumnReading[] ReadAll(IReadOnlyList<ColumnRequest> requests, int width, long? limit, ISet<int>? notNumbers, CancellationToken ct)
    {
        ColumnBuilder[] Builders() => [.. requests.Select(r => MakeBuilder(r, looks: notNumbers is not null))];
        int[] others = [.. notNumbers ?? new HashSet<int>()];
        var builders = Builders();
        try
        {
            if (!ReadBlocks(builders, width, limit ?? int.MaxValue, notNumbers, ct))
            {
                // From its beginning, with such lines filled up.
                _filledTo = width;
                notNumbers?.IntersectWith(others);
                builders = Builders();
                ReadBlocks(builders, width, limit ?? int.MaxValue, notNumbers, ct);
            }

            ColumnReading[] columns = [.. builders.Select(b => new ColumnReading(b.Build(), (b as NumberColumnBuilder)?.Notes))];
            for (var i = 0; i < columns.Length; i++)
            {
                CheckNumbers(i, builders[i], columns[i].Column, notNumbers);
            }

            return columns;
        }
        catch (OutOfMemoryException)
        {
            throw DataProblems.TooLargeForMemory(_file, isTable: true);
        }
    }

    /// <summary>The lines of the file, from 1, on which rows begin.</summary>
    /// <param name="rows">The rows, from 0, rising.</param>
    /// <param name="width">Fields of every line.</param>
    public long[] LinesOf(IReadOnlyList<int> rows, int width)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var reader = new CsvBlockReader(text, format, _filledTo);
        var records = new CsvRecords();
        var lines = new List<long>(rows.Count);
        for (long first = -format.Header.Lines; lines.Count < rows.Count && reader.Next(); first += records.Count)
        {
            records.Split(reader.Block, width);
            while (lines.Count < rows.Count && rows[lines.Count] < first + records.Count)
            {
                lines.Add(reader.LineAt(records.Starts[(int)(rows[lines.Count] - first)]));
            }
        }

        return [.. lines];
    }

    /// <returns>Whether all was read; false where a line has fewer fields than the table and is to be filled up.</returns>
    private bool ReadBlocks(ColumnBuilder[] builders, int width, long limit, ISet<int>? notNumbers, CancellationToken ct)
    {
        using var reader = new CsvBlockReader(text, format, _filledTo);
        var filled = new FilledRows(reader);
        var mostRows = CountLines(width) is { } lines ? Math.Max(0, lines - format.Header.Lines) : (long?)null;
        var records = new CsvRecords();
        var header = format.Header.Lines;
        long rows = 0;
        while (rows < limit && reader.Next())
        {
            ct.ThrowIfCancellationRequested();
            if (records.Split(reader.Block, width) is var found and >= 0)
            {
                if (format.FillsUp && _filledTo == 0 && found < width && records.IsOneLine(reader.Block, found))
                {
                    return false;
                }

                throw TableProblems.Ragged(_file, reader.LineAt(records.Starts[records.Count - 1]), found, width);
            }

            if (Math.Min(header, records.Count) is > 0 and var above)
            {
                records.DropFirst(above);
                header -= above;
            }

            records.Truncate((int)Math.Min(int.MaxValue, limit - rows));
            filled.Add(records, rows);
            var expected = (int)Math.Min(Math.Min(mostRows ?? (rows + records.Count) * 2, limit), Array.MaxLength / 2);
            for (var i = 0; i < builders.Length; i++)
            {
                Append(builders[i], i, reader, records, width, expected, notNumbers);
            }

            rows += records.Count;
            BlankLines = records.Blank;
        }

        (UnclosedQuotes, ShortRows) = (reader.UnclosedQuotes, filled.Found);
        return true;
    }

    private void Append(
        ColumnBuilder builder,
        int request,
        CsvBlockReader reader,
        CsvRecords records,
        int width,
        int expected,
        ISet<int>? notNumbers)
    {
        if (notNumbers?.Contains(request) == true)
        {
            return;
        }

        if (!builder.Append(reader.Block, records, width, expected, reader.LineAt))
        {
            if (notNumbers is null)
            {
                throw NotNumbers((NumberColumnBuilder)builder);
            }

            notNumbers.Add(request);
        }
    }

    private void CheckNumbers(int request, ColumnBuilder builder, RawColumn column, ISet<int>? notNumbers)
    {
        if (builder is not NumberColumnBuilder numbers || (notNumbers is null && numbers.Notes.First is null))
        {
            return;
        }

        var present = ((NumberColumn)column).Values.Count(v => !double.IsNaN(v));
        if (notNumbers is null)
        {
            if (numbers.Notes.AreTooMany(present))
            {
                throw NotNumbers(numbers);
            }
        }
        else if (!numbers.Notes.AreNumbers(present))
        {
            notNumbers.Add(request);
        }
    }

    private DataException NotNumbers(NumberColumnBuilder builder) => builder.Notes.First is { } cell
        ? TableProblems.NotANumber(_file, cell.Line, builder.Name, cell.Text)
        : throw new InvalidOperationException($"Nothing in {builder.Name} was refused.");

    private ColumnBuilder MakeBuilder(ColumnRequest request, bool looks) => request.IsNumber
        ? new NumberColumnBuilder(request, request.DecimalMark ?? format.DecimalMark, _missing, format.Quotes, looks)
        : new TextColumnBuilder(request.Name, request.Index, _missing, format.Quotes);

    /// <summary>
    /// Lines in the file, so that memory is taken once and in the right size; no more than it has bytes for, for blank ones are no rows. Null where counting would cost
    /// more than that saves.
    /// </summary>
    private long? CountLines(int width)
    {
        const long LongestCounted = 1L << 30;
        using var stream = text.Open();
        if (!stream.CanSeek || stream.Length > LongestCounted || TextEncoding.Find(format.Encoding) is not UTF8Encoding)
        {
            return null;
        }

        var block = new byte[1 << 17];
        long ends = 0;
        var last = format.NewLine;
        while (stream.Read(block) is var read and > 0)
        {
            ends += block.AsSpan(0, read).Count(format.NewLine);
            last = block[read - 1];
        }

        return Math.Min(last == format.NewLine ? ends : ends + 1, (stream.Length / width) + 1);
    }

    private ImmutableArray<string> NamesOf(ImmutableArray<ImmutableArray<string>> lines)
    {
        var width = lines.Max(l => l.Length);
        if (width > MostColumns)
        {
            throw TableProblems.TooManyColumns(_file, width, MostColumns);
        }

        var given = format.HasHeader ? GroupedNames.Join([.. lines]) : default;
        var names = ImmutableArray.CreateBuilder<string>(width);
        var used = new HashSet<string>(StringComparer.Ordinal);

        // Thousands of columns may have one name: none of them asks for all copies before it again.
        var copies = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < width; column++)
        {
            var name = given.IsDefault || given[column].Length == 0 ? $"{Unnamed}{column + 1}" : given[column];
            var unique = name;
            for (var copy = copies.GetValueOrDefault(name, 2); !used.Add(unique); copy++)
            {
                (unique, copies[name]) = ($"{name} ({copy})", copy + 1);
            }

            names.Add(unique);
        }

        return names.MoveToImmutable();
    }
}
