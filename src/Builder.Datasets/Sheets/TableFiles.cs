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
        var file = SourceBytes.OfFile(path);
        return IsZip(file.Start) && !IsDocument(file.Name, file) ? InZip(source, path, isNew, ct) : Open(source, file, null, isNew, ct);
    }

    /// <summary>Whether a file holds a table that is no plain text: a workbook, Parquet or a zip of tables.</summary>
    public static bool IsPacked(string path)
    {
        using var file = SourceBytes.OfFile(path);
        return IsParquet(file.Start) || IsOldWorkbook(file.Start) || (IsZip(file.Start) && (IsDocument(file.Name, file) || Tables(path).Count > 0));
    }

    /// <summary>Whether a text, which could as well be prose, is a table: every line has the same separators, or it is JSON and the like.</summary>
    public static bool IsTable(string path)
    {
        using var file = SourceBytes.OfFile(path);
        if (IsPacked(path))
        {
            return true;
        }

        using var text = Open(new TableSource { Path = path }, path);
        return text.Made is not null
            || (EncodingOf(file) is { } name && TextEncoding.Find(name) is { } encoding && CsvFormatDetection.HasSeparator(Decode(file.Start, encoding), everyLine: true));
    }

    /// <summary>The tables in a zip, by their names; none where it holds none.</summary>
    public static IReadOnlyList<string> Tables(string path)
    {
        using var zip = SafeZip.Open(path);
        return [.. zip.Names.Where(IsTableName)];
    }

    private static TableText Open(TableSource source, SourceBytes file, ChosenSheet? files, bool isNew, CancellationToken ct)
    {
        var fills = source.FillMerged == true;
        if (IsOldWorkbook(file.Start))
        {
            var whole = file.Seekable(ct);
            return Choose(source, file.Name, WorkbookSheets.Of(whole, fills), TableLayout.Workbook, files, isNew, ct);
        }

        if (IsZip(file.Start))
        {
            var whole = file.Seekable(ct);
            return Workbook(source, whole, files, isNew, ct);
        }

        if (IsParquet(file.Start))
        {
            return Choose(source, file.Name, [ParquetSheet.Of(file.Seekable(ct), ct)], TableLayout.Parquet, files, isNew, ct);
        }

        if (source.Layout is "separated" || source.Delimiter is not null)
        {
            return file.AsText(files);
        }

        var name = source.Encoding ?? EncodingOf(file);
        if (name is null || TextEncoding.Find(name) is not { } encoding)
        {
            return file.AsText(files);
        }

        var start = Decode(file.Start, encoding);
        return source.Layout switch
        {
            "lines" when isNew && CsvFormatDetection.NamesColumn(start, "text") => file.AsText(files),
            "lines" => Choose(source, file.Name, [LineSheets.Texts(file, encoding)], TableLayout.Lines, files, isNew, ct),
            "labelled" => Choose(source, file.Name, [LineSheets.Labelled(file, encoding)], TableLayout.Labelled, files, isNew, ct),
            "aligned" when LineSheets.AlignedAt(start) is { } places => Choose(source, file.Name, [LineSheets.Aligned(file, encoding, places)], TableLayout.Aligned, files, isNew, ct),
            "aligned" or null => Detected(source, file, encoding, start, files, isNew, ct),
            var unknown => throw SheetProblems.BadLayout(file.Name, unknown),
        };
    }

    private static TableText Detected(TableSource source, SourceBytes file, Encoding encoding, string start, ChosenSheet? files, bool isNew, CancellationToken ct) =>
        JsonSheet.Looks(start) ? Choose(source, file.Name, [JsonSheet.Of(file, encoding)], TableLayout.Json, files, isNew, ct)
        : HtmlSheets.Looks(start) ? Choose(source, file.Name, HtmlSheets.Of(file, encoding, source.FillMerged == true), TableLayout.Html, files, isNew, ct)
        : ArffSheet.Looks(start) ? Choose(source, file.Name, [ArffSheet.Of(file, encoding)], TableLayout.Arff, files, isNew, ct)
        : LineSheets.AreLabelled(start) ? Choose(source, file.Name, [LineSheets.Labelled(file, encoding)], TableLayout.Labelled, files, isNew, ct)
        : !CsvFormatDetection.HasSeparator(start) && LineSheets.AlignedAt(start) is { } places ? Choose(source, file.Name, [LineSheets.Aligned(file, encoding, places)], TableLayout.Aligned, files, isNew, ct)
        : file.AsText(files);

    // Plain texts are by far the most: only their beginning is looked at, for what begins all other kinds is ASCII.
    private static string? EncodingOf(SourceBytes file)
    {
        var first = file.Start.AsSpan().TrimStart("\uFEFF \t\r\n"u8);
        var isPlain = !first.IsEmpty && first[0] is not ((byte)'{' or (byte)'[' or (byte)'<' or (byte)'@' or (byte)'%' or (byte)'_') && Ascii.IsValid(file.Start);
        return isPlain ? TextEncoding.Utf8 : EncodingDetection.Detect(file.Open);
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

    private static TableText Workbook(TableSource source, SourceBytes file, ChosenSheet? files, bool isNew, CancellationToken ct)
    {
        var fills = source.FillMerged == true;
        using var zip = SafeZip.Open(file.Open(), file.Name);
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

    private static TableText InZip(TableSource source, string path, bool isNew, CancellationToken ct)
    {
        using var zip = SafeZip.Open(path);
        var name = Path.GetFileName(path);
        var tables = Enumerable.Range(0, zip.Names.Count).Where(i => IsTableName(zip.Names[i])).ToArray();
        if (tables.Length == 0)
        {
            throw SheetProblems.NoTable(name);
        }

        var names = tables.Select(i => zip.Names[i]).ToImmutableArray();
        var asked = source.Sheet is { } sheet ? Array.FindIndex(tables, i => sheet == zip.Names[i] || sheet.StartsWith(zip.Names[i] + InWorkbook, StringComparison.Ordinal)) : -1;
        if (source.Sheet is { } missing && asked < 0 && !isNew && names.Length > 1)
        {
            throw SheetProblems.NoSuchSheet(name, missing, names);
        }

        var chosen = asked >= 0 ? tables[asked] : tables.MaxBy(zip.LengthOf);
        var bytes = zip.Read(chosen);
        var file = new SourceBytes(name, () => new MemoryStream(bytes, writable: false));

        // Of a workbook that is the only table the sheet has its own name, of one among others that of the file in front.
        var inner = asked < 0 ? names.Length == 1 ? source.Sheet : null : source.Sheet!.Length > zip.Names[chosen].Length ? source.Sheet[(zip.Names[chosen].Length + InWorkbook.Length)..] : null;
        return Open(source with { Sheet = inner }, file, names.Length > 1 ? new(zip.Names[chosen], names) : null, isNew, ct);
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
            return named.ToText(file, layout, named.Look(ct), Chosen(files, asked, names), ct);
        }

        if (source.Sheet is { } missing && !isNew && names.Length > 0)
        {
            throw SheetProblems.NoSuchSheet(file, missing, names);
        }

        var shown = sheets.Where(s => !s.IsHidden).ToArray();
        var looked = (shown.Length > 0 ? shown : [.. sheets]).Select(s => (Sheet: s, Extent: s.Look(ct))).ToArray();
        if (looked.Length == 0)
        {
            throw SheetProblems.NoTable(file);
        }

        var (sheet, extent) = looked.MaxBy(l => l.Extent.Filled);
        return sheet.ToText(file, layout, extent, names.Length > 1 ? Chosen(files, sheet.Name!, names) : files, ct);
    }

    private static bool IsDocument(string name, SourceBytes file)
    {
        using var stream = file.Open();
        if (!stream.CanSeek)
        {
            return true;
        }

        using var zip = SafeZip.Open(stream, name);
        return zip.Names.Any(n => n is "[Content_Types].xml" or "mimetype");
    }

    private static bool IsTableName(string name)
    {
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return s_inZips.Contains(Path.GetExtension(plain).ToLowerInvariant()) && !name.StartsWith("__MACOSX/", StringComparison.Ordinal)
            && !Path.GetFileName(name).StartsWith('.');
    }

    private static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8);

    private static bool IsOldWorkbook(ReadOnlySpan<byte> start) => start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]);

    private static bool IsParquet(ReadOnlySpan<byte> start) => start.StartsWith("PAR1"u8);
}
