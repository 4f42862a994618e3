using System.Collections.Immutable;
using System.Text;
using Builder.Datasets.Archives;
using Builder.Datasets.Columns;
using Builder.Datasets.Text;

namespace Builder.Datasets.Csv;

/// <summary>A column that is asked for.</summary>
/// <param name="Name">Its name, for messages and for the result.</param>
/// <param name="Index">Its place in a line, from 0.</param>
/// <param name="IsNumber">As numbers, or as text.</param>
/// <param name="IsReplaced">Rows, from 0, whose field does not count and so need not be a number; null where all count.</param>
public sealed record ColumnRequest(string Name, int Index, bool IsNumber, Func<int, bool>? IsReplaced = null);

/// <summary>
/// A table in a text file. Numbers are read straight from the file's bytes into memory of their final type; no object is made for
/// a row or a number.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="format">How it is written.</param>
public sealed class CsvTable(string path, CsvFormat format)
{
    /// <summary>Tables with more columns are refused: they are rarely meant.</summary>
    public const int MostColumns = 20_000;

    private readonly string _file = Path.GetFileName(path);
    private readonly MissingMarkers _missing = new(format.Missing, format.DecimalMark);

    /// <summary>The columns' names: from the first line, or "column 1", "column 2", …; all different.</summary>
    /// <exception cref="DataException">The file is empty, not text, or has too many columns.</exception>
    public ImmutableArray<string> ReadNames()
    {
        using var reader = new CsvBlockReader(path, format);
        var records = new CsvRecords();
        while (reader.Next())
        {
            records.Split(reader.Block, 0);
            if (records.Count > 0)
            {
                return NamesOf(reader.Block, records);
            }
        }

        throw TableProblems.Empty(_file);
    }

    /// <summary>Reads columns.</summary>
    /// <param name="requests">The columns, in any order.</param>
    /// <param name="width">Fields of every line.</param>
    /// <param name="limit">Rows after which reading stops.</param>
    /// <param name="notNumbers">If given, takes the indices of requests whose fields are not all numbers, instead of an error; their columns are cut short.</param>
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
        var builders = requests.Select(MakeBuilder).ToArray();
        try
        {
            ReadBlocks(builders, width, limit ?? int.MaxValue, notNumbers, ct);
            return [.. builders.Select(b => b.Build())];
        }
        catch (OutOfMemoryException)
        {
            throw DataProblems.TooLargeForMemory(_file, isTable: true);
        }
    }

    private void ReadBlocks(ColumnBuilder[] builders, int width, long limit, ISet<int>? notNumbers, CancellationToken ct)
    {
        using var reader = new CsvBlockReader(path, format);
        var mostRows = CountLineEnds() is { } ends ? ends + 1 - (format.HasHeader ? 1 : 0) : (long?)null;
        var records = new CsvRecords();
        var isFirst = true;
        long rows = 0;
        while (rows < limit && reader.Next())
        {
            ct.ThrowIfCancellationRequested();
            if (records.Split(reader.Block, width) is var found and >= 0)
            {
                throw TableProblems.Ragged(_file, reader.LineAt(records.Starts[records.Count - 1]), found, width);
            }

            if (isFirst && format.HasHeader && records.Count > 0)
            {
                records.DropFirst();
                isFirst = false;
            }

            records.Truncate((int)Math.Min(int.MaxValue, limit - rows));
            var expected = (int)Math.Min(Math.Min(mostRows ?? (rows + records.Count) * 2, limit), Array.MaxLength / 2);
            for (var i = 0; i < builders.Length; i++)
            {
                Append(builders[i], i, reader, records, width, expected, notNumbers);
            }

            rows += records.Count;
        }
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

        var failed = builder.Append(reader.Block, records, width, expected);
        if (failed >= 0)
        {
            if (notNumbers is null)
            {
                throw NotANumber(builder, reader, records, failed, width);
            }

            notNumbers.Add(request);
        }
    }

    private DataException NotANumber(ColumnBuilder builder, CsvBlockReader reader, CsvRecords records, int line, int width)
    {
        var scratch = Array.Empty<byte>();
        var raw = CsvField.Raw(reader.Block, records, line, builder.Index, width);
        var content = CsvField.Content(raw, ref scratch);
        var at = reader.LineAt(records.Starts[line]);
        var value = Encoding.UTF8.GetString(content);
        return NumberParser.TryParse(content, format.DecimalMark, out _)
            ? TableProblems.NumberTooLarge(_file, at, builder.Name, value)
            : TableProblems.NotANumber(_file, at, builder.Name, value);
    }

    private ColumnBuilder MakeBuilder(ColumnRequest request) => request.IsNumber
        ? new NumberColumnBuilder(request.Name, request.Index, format.DecimalMark, _missing, request.IsReplaced)
        : new TextColumnBuilder(request.Name, request.Index, _missing);

    /// <summary>
    /// Ends of lines in the file, the last line's own left out, so that memory is taken once and in the right size; null where counting
    /// would cost more than that saves.
    /// </summary>
    private long? CountLineEnds()
    {
        const long LongestCounted = 1L << 30;
        using var stream = SourceStream.Open(path);
        if (stream is not FileStream file || file.Length > LongestCounted || TextEncoding.Find(format.Encoding) is not UTF8Encoding)
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

        return last == format.NewLine ? ends - 1 : ends;
    }

    private ImmutableArray<string> NamesOf(CsvBlock block, CsvRecords records)
    {
        var width = records.Width(block, 0);
        if (width > MostColumns)
        {
            throw TableProblems.TooManyColumns(_file, width, MostColumns);
        }

        var names = ImmutableArray.CreateBuilder<string>(width);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var scratch = Array.Empty<byte>();
        for (var column = 0; column < width; column++)
        {
            var given = format.HasHeader
                ? Encoding.UTF8.GetString(CsvField.Content(CsvField.Raw(block, records, 0, column, width), ref scratch)).Trim()
                : "";
            var name = given.Length == 0 ? $"column {column + 1}" : given;
            var unique = name;
            for (var copy = 2; !used.Add(unique); copy++)
            {
                unique = $"{name} ({copy})";
            }

            names.Add(unique);
        }

        return names.MoveToImmutable();
    }
}
