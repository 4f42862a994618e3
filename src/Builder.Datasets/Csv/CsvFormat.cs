using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Builder.Datasets.Archives;
using Builder.Datasets.Dates;
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
/// <param name="HasHeader">Whether the first line holds the columns' names.</param>
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
    bool HasHeader,
    ImmutableArray<string> Missing)
{
    /// <summary>The source with everything filled in that was left to be detected.</summary>
    internal TableSource Complete(TableSource source, ImmutableArray<string> names) => source with
    {
        Decimals = source.Decimals ?? (ColumnMarks.IsEmpty ? null
            : ColumnMarks.Where(m => m.Key < names.Length).ToImmutableSortedDictionary(m => names[m.Key], m => Of(m.Value), StringComparer.Ordinal)),
        Delimiter = Of(Delimiter),
        Decimal = Of(DecimalMark),
        Encoding = Encoding,
        LinesAbove = LinesAbove == 0 ? source.LinesAbove : LinesAbove,
        LinesBelow = LinesBelow == 0 ? source.LinesBelow : LinesBelow,
        Header = HasHeader,
    };

    private static string Of(byte symbol) => ((char)symbol).ToString();
}

/// <summary>Finds out how a table is written, from what a project file says and from the file's beginning.</summary>
public static class CsvFormatDetection
{
    private const int SampleLength = CsvSample.MostBytes;

    /// <summary>The format of a table.</summary>
    /// <exception cref="DataException">The file is empty, not text, or the project file names something impossible.</exception>
    public static CsvFormat Detect(TableSource source, string path)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = Path.GetFileName(path);
        var start = Utf8Source.ReadStart(path, SampleLength);
        if (start.Length == TextEncoding.MarkLength(start))
        {
            throw TableProblems.Empty(file);
        }

        var name = source.Encoding ?? DetectEncoding(path, file, start);
        var encoding = TextEncoding.Find(name) ?? throw TableProblems.UnknownEncoding(file, name);
        var sample = ReadSample(path, file, encoding);
        if (sample.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            throw TableProblems.Empty(file);
        }

        var newLine = sample.AsSpan().Contains((byte)'\n') || !sample.AsSpan().Contains((byte)'\r') ? (byte)'\n' : (byte)'\r';
        var above = LinesAboveDetection.Detect(sample, newLine, source.LinesAbove, source.Delimiter is { } given ? GivenDelimiter(file, given) : null);
        var delimiter = above.Delimiter;
        var lines = CsvSample.Read(sample, delimiter, newLine, above.Start);
        var (mark, isEvident, columns) = source.Decimal is { } decimals ? (GivenDecimal(file, decimals), true, ImmutableSortedDictionary<int, byte>.Empty) : DecimalMarkDetection.Detect(lines);
        var header = source.Header ?? HeaderDetection.HasHeader(lines, mark, source.Missing);
        var below = source.LinesBelow ?? LinesBelowDetection.Detect(path, encoding, delimiter, newLine, lines);
        return new CsvFormat(name, delimiter, mark, isEvident, columns, newLine, above.Lines, below, header, source.Missing);
    }

    /// <summary>
    /// How a file is read that somebody brings for a model: separator and encoding are its own, and so are the decimal marks where its numbers show them. Where they
    /// fit both ways, they are those of the training file; but between commas nobody writes decimal commas.
    /// </summary>
    /// <param name="trained">The table that the model was trained on.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file is empty or not text.</exception>
    public static TableSource ForNewRows(TableSource trained, string path)
    {
        ArgumentNullException.ThrowIfNull(trained);
        var own = trained with { Path = path, Delimiter = null, Encoding = null, Decimal = null, Decimals = null, LinesAbove = null, LinesBelow = null };
        var format = Detect(own, path);
        return format.IsEvident ? own
            : format.Delimiter == ',' ? own with { Decimal = "." }
            : own with { Decimal = trained.Decimal, Decimals = trained.Decimals };
    }

    private static string DetectEncoding(string path, string file, byte[] start)
    {
        if (start.AsSpan().StartsWith("PK"u8) || start.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw TableProblems.Workbook(file);
        }

        return EncodingDetection.Detect(() => SourceStream.Open(path)) ?? throw TableProblems.Binary(file);
    }

    private static byte[] ReadSample(string path, string file, Encoding encoding)
    {
        using var stream = Utf8Source.Open(path, encoding);
        var bytes = new byte[SampleLength];
        try
        {
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            Array.Resize(ref bytes, read);
            return bytes;
        }
        catch (DecoderFallbackException)
        {
            throw TableProblems.WrongEncoding(file, 1);
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
    public static (byte Table, bool IsEvident, ImmutableSortedDictionary<int, byte> Columns) Detect(IReadOnlyList<string[]> lines)
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

        var table = commas.Sum() > points.Sum() ? Comma : Point;
        return (table, commas.Sum() != points.Sum(), Enumerable.Range(0, width).Where(c => points[c] != commas[c]).Select(c => (Column: c, Mark: commas[c] > points[c] ? Comma : Point))
            .Where(c => c.Mark != table).ToImmutableSortedDictionary(c => c.Column, c => c.Mark));
    }
}

/// <summary>Tells whether the first line of a table holds names or values.</summary>
internal static class HeaderDetection
{
    // By chance a line of data counts on as well, but not one in so many.
    private const int CountingLinesIn = 20;

    /// <summary>
    /// Names, unless one of them is a number or a date, or they are not all different, or one occurs again below in its own column
    /// of texts. Numbers are names where they count on (2019, 2020, 2021) and hardly any other line does.
    /// </summary>
    public static bool HasHeader(IReadOnlyList<string[]> lines, byte decimalMark, IReadOnlyCollection<string> missing)
    {
        if (lines.Count == 0)
        {
            return true;
        }

        var first = lines[0];
        var named = first.Where(f => f.Length > 0).ToArray();
        if (CountsOn(first) && lines.Skip(1).Count(CountsOn) * CountingLinesIn < lines.Count)
        {
            return true;
        }

        if (named.Length == 0 || named.Any(f => IsNumber(f, decimalMark) || DateText.IsFullDate(f)))
        {
            return false;
        }

        var columns = Enumerable.Range(0, first.Length).Select(c => lines.Skip(1).Where(l => c < l.Length).Select(l => l[c]).ToArray()).ToArray();
        if (columns.Any(c => c.Any(f => IsWritten(f, decimalMark)) && c.All(f => missing.Contains(f) || IsWritten(f, decimalMark))))
        {
            return true;
        }

        return named.Distinct(StringComparer.Ordinal).Count() == named.Length
            && !columns.Where((column, index) => column.Contains(first[index], StringComparer.Ordinal)).Any();
    }

    /// <summary>At least three whole numbers, or two years, of which each is one more than the one before; and else only texts.</summary>
    private static bool CountsOn(string[] line)
    {
        var numbers = line.Where(f => f.Length > 0 && f.All(char.IsAsciiDigit) && f.Length < 10).Select(f => int.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return (numbers.Length >= 3 || (numbers.Length == 2 && numbers.All(n => n is > 1900 and < 2100)))
            && numbers.Zip(numbers.Skip(1)).All(n => n.Second == n.First + 1)
            && line.All(f => f.All(char.IsAsciiDigit) || !IsWritten(f, (byte)'.'));
    }

    private static bool IsWritten(string field, byte decimalMark) => NumberText.TryParse(field, (char)decimalMark, out _);

    private static bool IsNumber(string field, byte decimalMark) =>
        NumberParser.TryParse(Encoding.UTF8.GetBytes(field), decimalMark, out _);
}
