using System.Collections.Immutable;
using System.Text;
using Builder.Datasets.Archives;
using Builder.Datasets.Csv;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Sheets;

/// <summary>
/// Opens the table of any kind of file. What it is its content says, never its ending. All that is no lines of separated values becomes such lines here, once, so that types,
/// numbers, dates, gaps and messages are the same for all.
/// </summary>
public static class TableFiles
{
    /// <summary>Stands between the name of a workbook in a zip and that of its sheet.</summary>
    private const string InWorkbook = "/";

    /// <summary>Unpacked bytes of a workbook: its texts are held in memory.</summary>
    private const long MostGigabytes = 2;

    private static readonly string[] s_inZips = [".csv", ".tsv", ".tab", ".txt", ".data", ".dat", ".json", ".jsonl", ".ndjson", ".arff", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".parquet", ".html", ".htm"];

    /// <summary>The table's text; to be disposed of.</summary>
    /// <param name="source">How the file is read, as far as that is said.</param>
    /// <param name="path">The file.</param>
    /// <param name="isNew">Whether it is another file than the one that the source was written for: its tables may have other names.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="DataException">It holds no table, is damaged or locked.</exception>
    public static TableText Open(TableSource source, string path, bool isNew = false, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return Open(source, SourceBytes.OfFile(path), null, isNew, isInside: false, ct);
        }
        catch (DecoderFallbackException)
        {
            // Of what is no plain text every byte is read here.
            throw TableProblems.WrongEncoding(Path.GetFileName(path), 1);
        }
    }

    /// <summary>Whether a file holds a table that is no plain text: a workbook, Parquet or a zip of tables.</summary>
    public static bool IsPacked(string path)
    {
        using var file = SourceBytes.OfFile(path);
        return IsPacked(file);
    }

    /// <summary>Whether a file begins as a text of separated values does, in which nothing has to be unpacked or nested.</summary>
    public static bool IsPlain(string path)
    {
        using var file = File.OpenRead(path);
        return BeginsPlain(file);
    }

    /// <summary>The same of a file that may be packed with gzip, which is unpacked piece by piece wherever it is read.</summary>
    /// <exception cref="DataException">It cannot be read.</exception>
    public static bool IsPlainOnceUnpacked(string path)
    {
        using var file = SourceStream.Open(path);
        return BeginsPlain(file);
    }

    private static bool BeginsPlain(Stream file)
    {
        Span<byte> start = stackalloc byte[1024];
        var first = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var text = first.TrimStart("\uFEFF \t\r\n"u8);
        return !IsZip(first) && !IsOldWorkbook(first) && !IsParquet(first) && !first.StartsWith<byte>([0x1F, 0x8B])
            && !text.IsEmpty && text[0] is not ((byte)'{' or (byte)'[' or (byte)'<');
    }

    /// <summary>Whether a text, which could as well be prose, is a table: every line has the same separators, or it is JSON and the like.</summary>
    public static bool IsTable(string path)
    {
        using var file = SourceBytes.OfFile(path);
        if (IsPacked(file))
        {
            return true;
        }

        return EncodingOf(file) is { } name && TextEncoding.Find(name) is { } encoding && Decode(file.Start, encoding) is var start
            && (KindOf(start) != TableLayout.Separated || CsvFormatDetection.HasSeparator(start, everyLine: true));
    }

    /// <summary>The tables in a zip, or in the zips in it, by their names; none where it holds none.</summary>
    public static IReadOnlyList<string> Tables(string path)
    {
        using var zip = SafeZip.Open(path);
        return ZipTables.Of(zip, Path.GetFileName(path)).Names;
    }

    private static bool IsPacked(SourceBytes file)
    {
        if (!IsZip(file.Start))
        {
            return IsParquet(file.Start) || IsOldWorkbook(file.Start);
        }

        using var whole = file.Seekable(CancellationToken.None);
        using var zip = SafeZip.Open(whole.Open(), file.Name);
        return IsDocument(zip) || ZipTables.Of(zip, file.Name).Names.Count > 0;
    }

    /// <param name="source">How the file is read, as far as that is said.</param>
    /// <param name="file">The file.</param>
    /// <param name="files">Which of several files of a zip it is.</param>
    /// <param name="isNew">Whether it is another file than the one that the source was written for.</param>
    /// <param name="isInside">Whether it lies in a zip; those are not opened one in another.</param>
    /// <param name="ct">Stops reading.</param>
    private static TableText Open(TableSource source, SourceBytes file, ChosenSheet? files, bool isNew, bool isInside, CancellationToken ct)
    {
        if (IsZip(file.Start))
        {
            using var whole = file.Seekable(ct);
            using var zip = SafeZip.Open(whole.Open(), file.Name);
            return isInside || IsDocument(zip) ? Workbook(source, whole, zip, files, isNew, ct) : InZip(source, file.Name, zip, isNew, ct);
        }

        if (IsOldWorkbook(file.Start))
        {
            using var whole = file.Seekable(ct);
            return Choose(source, file.Name, WorkbookSheets.Of(whole, source.FillMerged == true), TableLayout.Workbook, files, isNew, ct);
        }

        if (IsParquet(file.Start))
        {
            using var whole = file.Seekable(ct);
            return Choose(source, file.Name, [ParquetSheet.Of(whole, ct)], TableLayout.Parquet, files, isNew, ct);
        }

        if (Keys(source, file, isNew) is { IsEmpty: false } keys)
        {
            return KeyColumn.Split(file, keys, files);
        }

        if (source.Layout == TableLayout.Separated || source.Delimiter is not null)
        {
            return file.AsText(files);
        }

        var name = source.Encoding ?? EncodingOf(file);
        if (name is null || TextEncoding.Find(name) is not { } encoding)
        {
            return file.AsText(files);
        }

        var start = Decode(file.Start, encoding);
        if (source.Layout is null && IsXml(start))
        {
            throw SheetProblems.Xml(file.Name);
        }

        var layout = source.Layout switch
        {
            TableLayout.Lines when isNew && CsvFormatDetection.NamesColumn(start, "text") => TableLayout.Separated,
            TableLayout.Lines or TableLayout.Labelled => source.Layout.Value,
            TableLayout.Aligned when LineSheets.AreColumns(start) || LineSheets.AlignedAt(start) is not null => TableLayout.Aligned,
            TableLayout.Aligned or null => KindOf(start),
            var other => throw SheetProblems.BadLayout(file.Name, other.Value),
        };
        if (layout != TableLayout.Separated)
        {
            return Choose(source, file.Name, Sheets(layout, source, file, encoding, start), layout, files, isNew, ct);
        }

        var text = file.AsText(files);

        // Where the whole was looked at, nobody looks again.
        text.Encoding = source.Encoding is null && !IsPlainStart(file) ? name : null;
        return text;
    }

    // Where nobody has said so, only of what nothing else was said about.
    private static ImmutableArray<string> Keys(TableSource source, SourceBytes file, bool isNew) =>
        (source.SplitsKeys ?? (source.Delimiter is null && source.Layout is null)) && source.Delimiter is null or "\t" or "\\t" && source.Encoding is null or TextEncoding.Utf8
            && file.Start.AsSpan().IndexOfAny("\t\n"u8) is var end and >= 0 && file.Start[end] == '\t' && file.Start.AsSpan(0, end).Contains((byte)',')
            ? KeyColumn.Names(Decode(file.Start, TextEncoding.Find(TextEncoding.Utf8)!), file.IsWhole, isNew) : [];

    private static IReadOnlyList<Sheet> Sheets(TableLayout layout, TableSource source, SourceBytes file, Encoding encoding, string start) => layout switch
    {
        TableLayout.Json => [JsonSheet.Of(file, encoding)],
        TableLayout.Html => HtmlSheets.Of(file, encoding, source.FillMerged == true),
        TableLayout.Arff => [ArffSheet.Of(file, encoding)],
        TableLayout.Labelled => [LineSheets.Labelled(file, encoding)],
        TableLayout.Aligned => [LineSheets.Columns(file, encoding, start)],
        _ => [LineSheets.Texts(file, encoding)],
    };

    /// <summary>How a text that begins like this holds its table.</summary>
    private static TableLayout KindOf(string start) =>
        JsonSheet.Looks(start) ? TableLayout.Json
        : HtmlSheets.Looks(start) ? TableLayout.Html
        : ArffSheet.Looks(start) ? TableLayout.Arff
        : LineSheets.AreLabelled(start) ? TableLayout.Labelled
        : LineSheets.AreColumns(start) ? TableLayout.Aligned
        : TableLayout.Separated;

    // Plain texts are by far the most: only their beginning is looked at, for what begins all other kinds is ASCII.
    private static string? EncodingOf(SourceBytes file) => IsPlainStart(file) ? TextEncoding.Utf8 : EncodingDetection.Detect(file.Open);

    private static bool IsPlainStart(SourceBytes file)
    {
        var first = file.Start.AsSpan().TrimStart("\uFEFF \t\r\n"u8);
        return !first.IsEmpty && first[0] is not ((byte)'{' or (byte)'[' or (byte)'<' or (byte)'@' or (byte)'%' or (byte)'_') && Ascii.IsValid(file.Start);
    }

    private static string Decode(byte[] start, Encoding encoding)
    {
        var mark = encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding ? TextEncoding.MarkLength(start) : 0;
        var chars = new char[encoding.GetMaxCharCount(start.Length)];
        try
        {
            // A piece may end inside a character.
            var count = encoding.GetDecoder().GetChars(start.AsSpan(mark), chars, flush: false);
            return new string(chars, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return "";
        }
    }

    private static TableText Workbook(TableSource source, SourceBytes file, SafeZip zip, ChosenSheet? files, bool isNew, CancellationToken ct)
    {
        var fills = source.FillMerged == true;
        if (zip.TotalLength > MostGigabytes * 1_000_000_000)
        {
            throw SheetProblems.TooLarge(file.Name, MostGigabytes);
        }

        if (zip.Names.Contains("xl/workbook.bin", StringComparer.OrdinalIgnoreCase))
        {
            throw SheetProblems.Binary(file.Name);
        }

        if (zip.Names.Any(n => n.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
        {
            return Choose(source, file.Name, WorkbookSheets.Of(file, fills), TableLayout.Workbook, files, isNew, ct);
        }

        var content = zip.Names.ToList().IndexOf("content.xml");
        if (content < 0)
        {
            throw SheetProblems.OtherDocument(file.Name);
        }

        var xml = zip.Read(content);
        return Choose(source, file.Name, OpenDocumentSheets.Of(file.Name, () => new MemoryStream(xml), fills), TableLayout.Workbook, files, isNew, ct);
    }

    private static TableText InZip(TableSource source, string name, SafeZip zip, bool isNew, CancellationToken ct)
    {
        var tables = ZipTables.Of(zip, name);
        var names = tables.Names.ToImmutableArray();
        if (names.IsEmpty)
        {
            throw SheetProblems.NoTable(name);
        }

        var asked = source.Sheet is { } sheet ? Array.FindIndex([.. names], n => sheet == n || sheet.StartsWith(n + InWorkbook, StringComparison.Ordinal)) : -1;
        if (source.Sheet is { } missing && asked < 0 && !isNew && names.Length > 1)
        {
            throw SheetProblems.NoSuchSheet(name, missing, names);
        }

        var chosen = asked >= 0 ? asked : Enumerable.Range(0, names.Length).MaxBy(tables.LengthOf);
        var bytes = tables.Read(chosen);
        var file = new SourceBytes(name, () => new MemoryStream(bytes, writable: false));

        // Of a workbook that is the only table the sheet has its own name, of one among others that of the file in front.
        var inner = asked < 0 ? names.Length == 1 ? source.Sheet : null : source.Sheet!.Length > names[chosen].Length ? source.Sheet[(names[chosen].Length + InWorkbook.Length)..] : null;
        return Open(source with { Sheet = inner }, file, names.Length > 1 ? new(names[chosen], names) : null, isNew, isInside: true, ct);
    }

    /// <summary>The names of the tables where a file has several: of a workbook that is one of several tables of a zip each sheet is a table.</summary>
    private static ChosenSheet? Chosen(ChosenSheet? files, string sheet, ImmutableArray<string> sheets) =>
        files is null ? new(sheet, sheets)
        : sheets.Length == 1 ? files
        : new(files.Name + InWorkbook + sheet, [.. files.All.SelectMany(f => f == files.Name ? sheets.Select(s => f + InWorkbook + s) : [f])]);

    private static TableText Choose(
        TableSource source, string file, IReadOnlyList<Sheet> sheets, TableLayout layout, ChosenSheet? files, bool isNew, CancellationToken ct)
    {
        var names = sheets.Select(s => s.Name).OfType<string>().ToImmutableArray();
        if (source.Sheet is { } asked && names.Contains(asked))
        {
            var named = sheets.First(s => s.Name == asked);
            return named.ToText(file, layout, named.Look(file, ct), Chosen(files, asked, names), ct);
        }

        if (source.Sheet is { } missing && !isNew && names.Length > 0)
        {
            throw SheetProblems.NoSuchSheet(file, missing, names);
        }

        var shown = sheets.Where(s => !s.IsHidden).ToArray();
        var looked = (shown.Length > 0 ? shown : [.. sheets]).Select(s => (Sheet: s, Extent: s.Look(file, ct))).ToArray();
        if (looked.Length == 0)
        {
            throw SheetProblems.NoTable(file);
        }

        var (sheet, extent) = looked.MaxBy(l => l.Extent.Filled);
        return sheet.ToText(file, layout, extent, names.Length > 1 ? Chosen(files, sheet.Name!, names) : files, ct);
    }

    private static bool IsDocument(SafeZip zip) => zip.Names.Any(n => n is "[Content_Types].xml" or "mimetype");

    /// <summary>Whether a file in a zip or folder may be a table, by its name.</summary>
    internal static bool IsTableName(string name)
    {
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return s_inZips.Contains(Path.GetExtension(plain).ToLowerInvariant()) && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            && !Path.GetFileName(name).StartsWith('.');
    }

    private static bool IsXml(string start) => start.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<?xml") && !HtmlSheets.Looks(start);

    private static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8);

    private static bool IsOldWorkbook(ReadOnlySpan<byte> start) => start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]);

    private static bool IsParquet(ReadOnlySpan<byte> start) => start.StartsWith("PAR1"u8);
}
