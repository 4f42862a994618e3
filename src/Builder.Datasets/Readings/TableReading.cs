using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;

namespace Builder.Datasets.Readings;

/// <summary>
/// A table of a file, read under some settings: how it is written, its names, its columns. Whoever needs a table, be it for the Data page, a check, a training or a
/// prediction, reads it through this. The columns of large files are kept beside them (<c>.readings</c>), so that only the first reading takes the file apart.
/// </summary>
public sealed class TableReading : IDisposable
{
    /// <summary>Bytes of a file from which on its columns are kept beside it; a smaller one is read as quickly.</summary>
    public const long FewestBytes = ReadingStore.FewestBytes;

    private readonly TableSource _source;
    private readonly string _path;
    private readonly TableText _text;
    private readonly ReadingStore? _store;
    private readonly bool _closesQuotes;
    private readonly (long Length, DateTime Written) _stamp;
    private string? _fingerprint;
    private int? _keptBlankLines;

    // Why quotes are closed within their lines although nobody has said so.
    private DataException? _unclosed;

    private TableReading(TableSource source, string path, TableText text, ReadingStore? store, string? fingerprint, (long Length, DateTime Written) stamp, bool closesQuotes = false)
    {
        (_source, _path, _text, _store, _fingerprint, _stamp, _closesQuotes) = (source, path, text, store, fingerprint, stamp, closesQuotes);
        Format = CsvFormatDetection.Detect(source, text);
        Table = new(text, Format);
        Names = Closed(() => Table.ReadNames());
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name => _text.Name;

    /// <summary>How the table is written. Where quotes turn out not to be closed while columns are read, that changes.</summary>
    public CsvFormat Format { get; private set; }

    /// <summary>The names of its columns.</summary>
    public ImmutableArray<string> Names { get; private set; }

    /// <summary>Which of several tables of the file it is; null where there is one only.</summary>
    public ChosenSheet? Sheets => _text.Sheets;

    /// <summary>Of which kind of file it was made; null where its text is the file's own.</summary>
    public MadeTable? Made => _text.Made;

    /// <summary>The names of the first columns where they are one in the file; else none.</summary>
    public ImmutableArray<string> Keys => _text.Keys;

    /// <summary>Quotes that are not closed in their line and were read as ordinary characters when columns were read last; null where there are none.</summary>
    public UnclosedQuotes? UnclosedQuotes => Table.UnclosedQuotes;

    /// <summary>Rows that lack values at their end, as columns were read last; null where there are none.</summary>
    public ShortRows? ShortRows => Table.ShortRows;

    /// <summary>Lines among the rows in which nothing stands, once columns were read.</summary>
    public int BlankLines => _keptBlankLines ?? Table.BlankLines;

    /// <summary>A hash of the file's bytes.</summary>
    public string Fingerprint => _fingerprint ??= SourceFingerprint.OfFile(_path);

    /// <summary>The settings with everything filled in that they left to be detected.</summary>
    public TableSource Source => Format.Complete(_source, _text, Names);

    /// <summary>The rows in the text.</summary>
    internal CsvTable Table { get; private set; }

    /// <summary>The settings that it was opened with.</summary>
    internal TableSource Given => _source;

    /// <summary>Opens the table of a data set.</summary>
    /// <param name="source">How the file is read, as far as that is said.</param>
    /// <param name="path">The file.</param>
    /// <param name="closesQuotes">Whether a quote that is never closed is read as an ordinary character instead of refused, for somebody who is told so.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="DataException">It holds no table, is damaged or locked.</exception>
    public static TableReading Open(TableSource source, string path, bool closesQuotes = false, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (store, stamp) = (ReadingStore.Of(path), Stamp(path));
        var fingerprint = store is null ? null : SourceFingerprint.OfFile(path);
        var text = store?.FindText(source, fingerprint!, Path.GetFileName(path));
        if (text is null)
        {
            text = TableFiles.Open(source, path, ct: ct);
            if (Stamp(path) == stamp)
            {
                store?.KeepText(source, fingerprint!, text);
            }
        }

        return OfText(text, () => new(source, path, text, store, fingerprint, stamp, closesQuotes));
    }

    /// <summary>Whether the text of a table lies beside its file already, or the file itself is that text, so that opening it makes none.</summary>
    /// <param name="source">How the file is read.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">It cannot be read.</exception>
    public static bool IsTextKept(TableSource source, string path)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (TableFiles.IsPlainOnceUnpacked(path))
        {
            return true;
        }

        using var text = ReadingStore.Of(path)?.FindText(source, SourceFingerprint.OfFile(path), Path.GetFileName(path));
        return text is not null;
    }

    /// <summary>Opens a table that somebody brings for a model: separator, encoding and clear decimal marks are its own.</summary>
    /// <param name="trained">The table that the model was trained on.</param>
    /// <param name="path">The file.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="DataException">It holds no table, is damaged or locked.</exception>
    public static TableReading OpenNew(TableSource trained, string path, CancellationToken ct = default)
    {
        var (text, stamp) = (TableFiles.Open(CsvFormatDetection.Own(trained, path), path, isNew: true, ct), Stamp(path));
        return OfText(text, () => new(CsvFormatDetection.ForNewRows(trained, path, text), path, text, store: null, fingerprint: null, stamp));
    }

    /// <summary>Takes what was read of files to the folder that the files have gone to.</summary>
    public static void Move(string fromFolder, string toFolder) => ReadingStore.Move(fromFolder, toFolder);

    /// <summary>The fields of the first rows below the names, however many each has.</summary>
    /// <exception cref="DataException">The file is not text.</exception>
    public ImmutableArray<ImmutableArray<string>> ReadFirst(int rows) => Table.ReadFirst(rows);

    /// <summary>The fields of the lines below the names that are no rows.</summary>
    /// <exception cref="DataException">The file is not text.</exception>
    public ImmutableArray<ImmutableArray<string>> ReadNotes() => Table.ReadNotes();

    /// <summary>What stands below the table; null where nothing does.</summary>
    public BelowTable? ReadBelow() => BelowTable.Of(_text, Format);

    /// <summary>Reads the first lines as names, or as rows, whatever they look like.</summary>
    public void SetHeader(TableHeader header) => Take(Format with { Header = header });

    /// <summary>Of some readings of the first lines takes the one that names the most of some columns, the earlier one where several do. Where none names any nothing changes.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="headers">The readings beside that which the table has.</param>
    /// <returns>Whether one names any.</returns>
    public bool TakeNames(IReadOnlyCollection<string> columns, params IEnumerable<TableHeader> headers)
    {
        ArgumentNullException.ThrowIfNull(columns);
        TableHeader[] all = [.. headers.Prepend(Format.Header).Distinct()];
        var named = Array.ConvertAll(all, header =>
        {
            SetHeader(header);
            return header.Names == 0 ? 0 : columns.Count(Names.Contains);
        });
        SetHeader(named.Max() == 0 ? all[0] : all[Array.IndexOf(named, named.Max())]);
        return named.Max() > 0;
    }

    /// <summary>Reads columns.</summary>
    /// <param name="requests">The columns, in any order.</param>
    /// <param name="limit">Rows after which reading stops.</param>
    /// <param name="notNumbers">
    /// If given, the columns are looked at for the first time: it takes the indices of requests that are no numbers, instead of an error, whose columns are of no use.
    /// Else a column may hold any texts among its numbers, which then are missing values, up to one half.
    /// </param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>A <see cref="NumberColumn"/> or <see cref="TextColumn"/> for each request.</returns>
    /// <exception cref="DataException">A line or a field cannot be used, or memory does not suffice.</exception>
    public RawColumn[] Read(IReadOnlyList<ColumnRequest> requests, long? limit = null, ISet<int>? notNumbers = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        int[] others = [.. notNumbers ?? new HashSet<int>()];
        return Closed(() =>
        {
            notNumbers?.IntersectWith(others);
            return limit is null && _store is not null && Format.Quotes != QuoteStyle.OneLine
                ? ReadKept(requests, notNumbers, ct) : Table.Read(requests, Names.Length, limit, notNumbers, ct);
        });
    }

    /// <summary>Whether columns are kept beside the file, or would not be for any reading.</summary>
    internal bool AreKept(IReadOnlyList<ColumnRequest> requests)
    {
        if (_store is null || Format.Quotes == QuoteStyle.OneLine)
        {
            return true;
        }

        using var stored = _store.Columns(Fingerprint, _source, Format, _text);
        return requests.All(request => stored.Has(ColumnKey.Of(request, Format.DecimalMark)));
    }

    /// <summary>Makes sure that the file is still the one that was opened: several passes over one that is written meanwhile would be half one and half the other.</summary>
    /// <exception cref="DataException">It is another.</exception>
    internal void CheckUnchanged()
    {
        if (Stamp(_path) != _stamp)
        {
            throw DataProblems.ChangedWhileRead(Path.GetFileName(_path));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private static TableReading OfText(TableText text, Func<TableReading> open)
    {
        try
        {
            return open();
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    private RawColumn[] ReadKept(IReadOnlyList<ColumnRequest> requests, ISet<int>? notNumbers, CancellationToken ct)
    {
        using var stored = _store!.Columns(Fingerprint, _source, Format, _text);
        _keptBlankLines = stored.BlankLines;
        var columns = new RawColumn?[requests.Count];
        var unknown = new List<int>();
        for (var i = 0; i < columns.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            if (notNumbers?.Contains(i) == true)
            {
                columns[i] = new NumberColumn(requests[i].Name, []);
            }
            else if (stored.Find(ColumnKey.Of(requests[i], Format.DecimalMark)) is not { } known)
            {
                unknown.Add(i);
            }
            else
            {
                Place(i, known);
            }
        }

        if (unknown.Count > 0)
        {
            // For the next reading every cell counts, and nothing is known of the columns.
            var others = new HashSet<int>();
            var read = Table.ReadAll([.. unknown.Select(i => requests[i] with { IsReplaced = null })], Names.Length, null, others, ct);
            StoredColumn[] found = [.. unknown.Select((i, place) => StoredColumn.Of(ColumnKey.Of(requests[i], Format.DecimalMark), read[place]))];

            // What is filled up is told with its rows, which are not kept.
            if (Stamp(_path) == _stamp && ShortRows is null)
            {
                stored.Keep([.. found.DistinctBy(c => c.Key)], Table.BlankLines);
            }
            else if (Made is null && Sheets is null)
            {
                // What is known of other columns is of the file as it was.
                throw DataProblems.ChangedWhileRead(Name);
            }

            foreach (var (place, i) in unknown.Index())
            {
                Place(i, found[place]);
            }
        }

        var left = Enumerable.Range(0, columns.Length).Where(i => columns[i] is null).ToArray();
        if (left.Length > 0)
        {
            var others = notNumbers is null ? null : new HashSet<int>();
            var read = Table.Read([.. left.Select(i => requests[i])], Names.Length, null, others, ct);
            for (var place = 0; place < left.Length; place++)
            {
                columns[left[place]] = read[place];
            }

            notNumbers?.UnionWith(others!.Select(place => left[place]));
        }

        return columns!;

        void Place(int i, StoredColumn known)
        {
            columns[i] = known.As(requests[i], notNumbers is not null, out var isNumber);
            if (columns[i] is not null && !isNumber)
            {
                notNumbers!.Add(i);
            }
        }
    }

    // Where a quote is never closed, and nobody has said what quotes mean, it is read as an ordinary character; the reading says so with its line.
    private T Closed<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DataException refused) when (_closesQuotes && _source.Quotes is null && Made is null && Format.Quotes == QuoteStyle.Doubled && TableProblems.MayBeUnclosedQuote(refused))
        {
            var (format, table, names) = (Format, Table, Names);
            if (TryInOneLine(read, names, out var result))
            {
                _unclosed = refused;
                return result;
            }

            (Format, Table, Names) = (format, table, names);
            throw;
        }
        catch (DataException) when (_unclosed is not null)
        {
            // That did not help: what is wrong is what was wrong first.
            throw _unclosed;
        }
        catch (OutOfMemoryException)
        {
            throw DataProblems.TooLargeForMemory(_text.Name, isTable: true);
        }
    }

    private bool TryInOneLine<T>(Func<T> read, ImmutableArray<string> names, out T result)
    {
        try
        {
            var found = CsvFormatDetection.Detect(_source with { Quotes = QuoteStyle.OneLine }, _text);
            Take(names.IsDefault ? found : found with { Header = Format.Header });
            result = read();
            return names.IsDefault || (UnclosedQuotes is not null && names.SequenceEqual(Names));
        }
        catch (DataException)
        {
            result = default!;
            return false;
        }
    }

    private void Take(CsvFormat format)
    {
        (Format, Table) = (format, new(_text, format));
        Names = Table.ReadNames();
    }

    private static (long Length, DateTime Written) Stamp(string path) => new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;
}
