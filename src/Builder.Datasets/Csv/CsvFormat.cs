using System.Collections.Immutable;
using System.Text;
using Builder.Datasets.Numbers;
using Builder.Datasets.Text;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>How a table is written in its file: everything that a project file may leave to be detected.</summary>
/// <param name="Encoding">One of the names of <see cref="Text.TextEncoding"/>.</param>
/// <param name="Delimiter">The byte between two fields.</param>
/// <param name="DecimalMark">'.' or ','.</param>
/// <param name="IsEvident">Whether the decimal mark was given, or some number can be read with it only.</param>
/// <param name="ColumnMarks">The decimal marks of columns that are written otherwise, by their place from 0.</param>
/// <param name="NewLine">The byte that ends a line.</param>
/// <param name="LinesAbove">Lines of the file that stand above the table.</param>
/// <param name="LinesBelow">Lines of the file, blank ones not counted, that stand below it.</param>
/// <param name="Header">The lines that hold the columns' names and more about them.</param>
/// <param name="Missing">The fields that mean "no value".</param>
public sealed record CsvFormat(
    string Encoding,
    byte Delimiter,
    byte DecimalMark,
    bool IsEvident,
    ImmutableSortedDictionary<int, byte> ColumnMarks,
    byte NewLine,
    int LinesAbove,
    int LinesBelow,
    TableHeader Header,
    ImmutableArray<string> Missing)
{
    /// <summary>Whether the first line holds names.</summary>
    public bool HasHeader => Header.Names > 0;

    /// <summary>What double quotes mean.</summary>
    public QuoteStyle Quotes { get; init; }

    /// <summary>Fields of the rows where the line of names has fewer; 0 where it has as many.</summary>
    internal int Width { get; init; }

    /// <summary>Fields of a line that lacks none, where lines are filled up.</summary>
    internal int FewestFields { get; init; }

    /// <summary>Whether the line of names lacks one for the first column, as R writes it.</summary>
    internal bool HasRowNames { get; init; }

    /// <summary>Whether a line with fewer fields than the table is a row whose last values are missing.</summary>
    internal bool FillsUp { get; init; }

    /// <summary>The source with everything filled in that was left to be detected.</summary>
    internal TableSource Complete(TableSource source, TableText text, ImmutableArray<string> names) => source with
    {
        Decimals = source.Decimals ?? (ColumnMarks.IsEmpty ? null
            : ColumnMarks.Where(m => m.Key < names.Length).ToImmutableSortedDictionary(m => names[m.Key], m => Of(m.Value), StringComparer.Ordinal)),
        Delimiter = text.Made is null ? Of(Delimiter) : null,
        Decimal = Of(DecimalMark),
        Encoding = text.Made is null ? Encoding : source.Encoding,
        Quotes = Quotes == QuoteStyle.Doubled ? source.Quotes : Quotes,
        Sheet = text.Sheets?.Name,
        SplitsKeys = text.Keys.IsEmpty ? source.SplitsKeys : true,
        LinesAbove = LinesAbove == 0 ? source.LinesAbove : LinesAbove,
        LinesBelow = LinesBelow == 0 ? source.LinesBelow : LinesBelow,
        Header = Header,
    };

    private static string Of(byte symbol) => ((char)symbol).ToString();
}

/// <summary>Finds out how a table is written, from what a project file says and from the file's beginning.</summary>
public static class CsvFormatDetection
{
    private const int SampleLength = CsvSample.MostBytes;

    /// <summary>Characters from which on a beginning is taken to be cut off.</summary>
    private const int WholeLength = 1 << 15;

    /// <summary>The format of a table in a file that is text itself.</summary>
    /// <exception cref="DataException">The file is empty, not text, or the project file names something impossible.</exception>
    public static CsvFormat Detect(TableSource source, string path)
    {
        using var text = TableText.OfFile(path);
        return Detect(source, text);
    }

    /// <summary>The format of a table.</summary>
    /// <exception cref="DataException">The file is empty, not text, or the project file names something impossible.</exception>
    public static CsvFormat Detect(TableSource source, TableText text)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(text);
        var file = text.Name;
        var start = Utf8Source.ReadStart(text.Open, SampleLength);
        if (start.Length == TextEncoding.MarkLength(start))
        {
            throw TableProblems.Empty(file);
        }

        if (text.Made is { } made)
        {
            return OfMade(source, made, text, start);
        }

        var name = source.Encoding ?? (text.Encoding ??= EncodingDetection.Detect(text.Open)) ?? throw TableProblems.Binary(file);
        var encoding = TextEncoding.Find(name) ?? throw TableProblems.UnknownEncoding(file, name);
        var sample = ReadSample(text, encoding);
        if (sample.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            throw TableProblems.Empty(file);
        }

        var newLine = NewLineOf(sample);
        (sample, var second) = First(sample, source, text, encoding, newLine, source.Delimiter is { } known ? GivenDelimiter(file, known) : null);
        var above = LinesAboveDetection.Detect(sample, newLine, source.LinesAbove, source.Delimiter is { } given ? GivenDelimiter(file, given) : null, source.Quotes ?? QuoteStyle.Doubled);
        var delimiter = above.Delimiter;
        var quotes = source.Quotes ?? QuoteDetection.Detect(sample.AsSpan(above.Start), delimiter, newLine);
        if (source.LinesAbove is null)
        {
            (above.Lines, above.Start) = LinesAboveDetection.WithGroups(sample, delimiter, newLine, above.Lines, quotes);
        }

        var lines = CsvSample.Read(sample, delimiter, newLine, above.Start, quotes);
        var width = RowWidth.Of(lines);
        if (width.HasRowNames)
        {
            lines[0] = ["", .. lines[0]];
        }

        var (mark, isEvident, columns) = Decimals(source, file, lines, isPoint: false);
        var header = source.Header ?? HeaderDetection.Detect(lines, mark, source.Missing);
        var below = source.LinesBelow ?? (second is { } other ? other + LinesBelowDetection.Detect(() => new MemoryStream(sample), TextEncoding.Find(TextEncoding.Utf8)!, delimiter, newLine, lines)
            : LinesBelowDetection.Detect(text.Open, encoding, delimiter, newLine, lines));
        return new CsvFormat(name, delimiter, mark, isEvident, columns, newLine, above.Lines, below, header, source.Missing)
        {
            Quotes = quotes, Width = lines.Count > 0 && width.Fields > lines[0].Length - (width.HasRowNames ? 1 : 0) ? width.Fields : 0, FewestFields = width.Complete, HasRowNames = width.HasRowNames, FillsUp = width.FillsUp,
        };
    }

    /// <summary>The beginning of a text without what stands below its first table, and how many lines that are, where they are another table.</summary>
    private static (byte[] Sample, int? Second) First(byte[] sample, TableSource source, TableText text, Encoding encoding, byte newLine, byte? delimiter)
    {
        if (source.LinesBelow is { } given)
        {
            // Rows of another table tell nothing about this one.
            var end = given == 0 || delimiter is not { } one ? sample.Length : LinesBelowDetection.EndOfTable(text.Open, encoding, one, newLine, given);
            return (end < sample.Length ? sample[..(int)end] : sample, null);
        }

        var whole = sample.Length < SampleLength ? sample : ReadSample(text, encoding, SecondTableDetection.MostBytes);
        var quotes = source.Quotes ?? QuoteStyle.Doubled;
        (int Start, byte Delimiter) Look(byte[] head) => text.Made is null ? LinesAboveDetection.Detect(head, newLine, source.LinesAbove, delimiter, quotes) is var above ? (above.Start, above.Delimiter) : default
            : (LinesAboveDetection.StartOf(head, newLine, source.LinesAbove ?? text.Made.LinesAbove), TableText.CellEnd);
        return whole.Length < SecondTableDetection.MostBytes && SecondTableDetection.Find(whole, newLine, Look, quotes) is { } second
            ? (second.Start < sample.Length ? sample[..second.Start] : sample, second.Lines) : (sample, null);
    }

    // Separators are known; numbers have points, but texts among them may be numbers that somebody typed.
    private static CsvFormat OfMade(TableSource source, MadeTable made, TableText text, byte[] sample)
    {
        var isSheet = made.Layout is TableLayout.Workbook or TableLayout.Html or TableLayout.Aligned;
        (sample, var second) = isSheet ? First(sample, source, text, TextEncoding.Find(TextEncoding.Utf8)!, TableText.RowEnd, TableText.CellEnd) : (sample, null);
        var above = source.LinesAbove ?? LinesAboveDetection.WithGroups(sample, TableText.CellEnd, TableText.RowEnd, made.LinesAbove, QuoteStyle.Doubled).Lines;
        var lines = CsvSample.Read(sample, TableText.CellEnd, TableText.RowEnd, LinesAboveDetection.StartOf(sample, TableText.RowEnd, above));
        var isText = made.Layout is TableLayout.Aligned or TableLayout.Labelled or TableLayout.Html;
        var (mark, isEvident, columns) = Decimals(source, text.Name, lines, isPoint: !isText);
        var header = source.Header ?? made.Header ?? HeaderDetection.Detect(lines, mark, source.Missing);
        var below = source.LinesBelow ?? (isSheet ? (second ?? 0) + LinesBelowDetection.Detect(second is null ? text.Open : () => new MemoryStream(sample), TextEncoding.Find(TextEncoding.Utf8)!, TableText.CellEnd, TableText.RowEnd, lines) : 0);
        return new CsvFormat(TextEncoding.Utf8, TableText.CellEnd, mark, isEvident || !isText, columns, TableText.RowEnd, above, below, header, source.Missing);
    }

    private static (byte Table, bool IsEvident, ImmutableSortedDictionary<int, byte> Columns) Decimals(TableSource source, string file, List<string[]> lines, bool isPoint) =>
        source.Decimal is { } decimals ? (GivenDecimal(file, decimals), true, ImmutableSortedDictionary<int, byte>.Empty) : DecimalMarkDetection.Detect(lines, isPoint);

    /// <summary>
    /// How a file is read that somebody brings for a model: separator and encoding are its own, and so are the decimal marks where its numbers show them. Where they
    /// fit both ways, they are those of the training file; but between commas nobody writes decimal commas.
    /// </summary>
    /// <param name="trained">The table that the model was trained on.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file is empty or not text.</exception>
    public static TableSource ForNewRows(TableSource trained, string path)
    {
        using var text = TableText.OfFile(path);
        return ForNewRows(trained, path, text);
    }

    /// <summary>The same for a file that is opened already.</summary>
    /// <exception cref="DataException">The file is empty or not text.</exception>
    public static TableSource ForNewRows(TableSource trained, string path, TableText text)
    {
        var own = Own(trained, path);
        var format = Detect(own, text);
        return format.IsEvident ? own
            : format.Delimiter == ',' ? own with { Decimal = "." }
            : own with { Decimal = trained.Decimal, Decimals = trained.Decimals };
    }

    /// <summary>Whether most lines of a text have the same number of values by some separator.</summary>
    /// <param name="start">The text's beginning.</param>
    /// <param name="everyLine">Whether that must be all lines, and more than two: lines of prose may have one comma each.</param>
    public static bool HasSeparator(string start, bool everyLine = false)
    {
        ArgumentNullException.ThrowIfNull(start);
        var all = start.Split('\n');
        var lines = (all[^1].Length == 0 || start.Length >= WholeLength ? all.SkipLast(1) : all).Where(l => l.Trim().Length > 0).ToArray();
        return lines.Length > (everyLine ? 2 : 0) && LinesAboveDetection.UsualDelimiters.ToArray().Any(c => lines[0].Contains((char)c, StringComparison.Ordinal)
            && lines.Count(l => l.Count(x => x == c) == lines[0].Count(x => x == c)) >= (everyLine ? 1 : 0.9) * lines.Length);
    }

    /// <summary>Whether the first line of a text names a column.</summary>
    public static bool NamesColumn(string start, string name)
    {
        ArgumentNullException.ThrowIfNull(start);
        return start.Split('\n')[0].Split('\t', ';', ',', '|').Any(f => f.Trim(' ', '"', '\r') == name);
    }

    /// <summary>What a file brings by itself is not that of the training file.</summary>
    public static TableSource Own(TableSource trained, string path)
    {
        ArgumentNullException.ThrowIfNull(trained);
        return trained with { Path = path, SplitsKeys = trained.SplitsKeys == true ? null : false, Delimiter = null, Encoding = null, Decimal = null, Decimals = null, Header = trained.Header is { Names: > 0 } ? null : trained.Header, LinesAbove = null, LinesBelow = null, Quotes = trained.Quotes is QuoteStyle.OneLine or QuoteStyle.Ordinary ? trained.Quotes : null, Layout = trained.Layout == TableLayout.Lines ? TableLayout.Lines : null };
    }

    // Old programs for the Mac end rows with '\r' and break lines within a value with '\n'.
    private static byte NewLineOf(ReadOnlySpan<byte> sample)
    {
        if (!sample.Contains((byte)'\r') || !sample.Contains((byte)'\n'))
        {
            return sample.Contains((byte)'\r') ? (byte)'\r' : (byte)'\n';
        }

        var (feeds, returns, isInside) = (0, 0, false);
        foreach (var symbol in sample)
        {
            isInside ^= symbol == '"';
            feeds += symbol == '\n' && !isInside ? 1 : 0;
            returns += symbol == '\r' && !isInside ? 1 : 0;
        }

        return returns > 0 && feeds == 0 ? (byte)'\r' : (byte)'\n';
    }

    private static byte[] ReadSample(TableText text, Encoding encoding, int length = SampleLength)
    {
        using var stream = Utf8Source.Open(text.Open, encoding);
        var bytes = new byte[length];
        try
        {
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            Array.Resize(ref bytes, read);
            return bytes;
        }
        catch (DecoderFallbackException)
        {
            throw TableProblems.WrongEncoding(text.Name, 1);
        }
    }

    private static byte GivenDelimiter(string file, string delimiter)
    {
        var symbol = delimiter == "\\t" ? '\t' : delimiter.Length == 1 ? delimiter[0] : '"';
        var isPossible = char.IsAscii(symbol) && !char.IsAsciiLetterOrDigit(symbol) && symbol is not ('"' or '.' or '-' or '+' or '\n' or '\r' or '\0');
        return isPossible ? (byte)symbol : throw TableProblems.BadDelimiter(file, delimiter);
    }

    /// <summary>The decimal mark that a project file gives for a column.</summary>
    /// <exception cref="DataException">It is none.</exception>
    public static byte GivenDecimal(string file, string mark) =>
        mark is "." or "," ? (byte)mark[0] : throw TableProblems.BadDecimal(file, mark);
}

/// <summary>Tells whether numbers are written 1.5 or 1,5.</summary>
internal static class DecimalMarkDetection
{
    private const byte Point = (byte)'.';
    private const byte Comma = (byte)',';

    /// <summary>
    /// The mark of most numbers that can be read one way only, a point where there are none; and the columns of which most numbers are written the other way.
    /// What fits both ways, such as 21,522, tells nothing.
    /// </summary>
    public static (byte Table, bool IsEvident, ImmutableSortedDictionary<int, byte> Columns) Detect(IReadOnlyList<string[]> lines, bool isPoint)
    {
        var width = lines.Count == 0 ? 0 : lines.Max(l => l.Length);
        var (points, commas) = (new int[width], new int[width]);
        foreach (var line in lines)
        {
            for (var column = 0; column < line.Length; column++)
            {
                if (NumberText.TryParse(line[column], '.', out var number))
                {
                    points[column] += number.Evidence == DecimalEvidence.Point ? 1 : 0;
                    commas[column] += number.Evidence == DecimalEvidence.Comma ? 1 : 0;
                }
            }
        }

        var table = !isPoint && commas.Sum() > points.Sum() ? Comma : Point;
        return (table, commas.Sum() != points.Sum(), Enumerable.Range(0, width).Where(c => points[c] != commas[c]).Select(c => (Column: c, Mark: commas[c] > points[c] ? Comma : Point))
            .Where(c => c.Mark != table).ToImmutableSortedDictionary(c => c.Column, c => c.Mark));
    }
}
