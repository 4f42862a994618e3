using System.Buffers;
using System.Text;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>Finds a second table below the first, behind a blank line and with names of its own: its rows are none of the first.</summary>
internal static class SecondTableDetection
{
    /// <summary>Bytes of a text in which a second table is looked for: whoever writes two of them below each other writes little.</summary>
    public const int MostBytes = 1 << 20;

    private const int FewestRows = 3;
    private const int FewestRowsBelow = 2;
    private const int FewestNames = 2;
    private const int MostTitles = 2;
    private const int MostLooked = 5;
    private const int MostBeginning = 2000;
    private static readonly char[] s_separators = [',', ';', '\t', '|', (char)TableText.CellEnd];

    private static readonly SearchValues<byte> s_nothing = SearchValues.Create(" \t\r\n,;|\u001F\u001E"u8);

    // A table is not taken for what stands above the proper one where that is so much longer.
    private const int MostTimesLonger = 2;

    /// <summary>Where the second table begins, its title included, and how many lines that are not blank stand from there on; null where there is none.</summary>
    /// <param name="text">The whole text in UTF-8.</param>
    /// <param name="newLine">The byte that ends a line.</param>
    /// <param name="look">Where the first table begins in the beginning of a text, and its delimiter.</param>
    /// <param name="quotes">What quotes mean.</param>
    public static (int Start, int Lines)? Find(byte[] text, byte newLine, Func<byte[], (int Start, byte Delimiter)> look, QuoteStyle quotes)
    {
        var blocks = Blocks(text, newLine);
        for (var (i, looked) = (1, 0); i < blocks.Count && looked < MostLooked; i++)
        {
            if (!MayBegin(text, newLine, blocks, i))
            {
                continue;
            }

            looked++;
            var head = text[..blocks[i - 1].End];
            var (start, delimiter) = look(head);
            List<string[]> Lines(byte[] part, int from = 0) => [.. CsvSample.Read(part, delimiter, newLine, from, quotes).Where(l => l.Any(f => f.Length > 0))];
            var below = Lines(text[blocks[i].Start..blocks[i].End]);
            if (below.Count <= MostTitles && below.TrueForAll(IsTitle) && i + 1 < blocks.Count)
            {
                below = Lines(text[blocks[i + 1].Start..blocks[i + 1].End]);
            }

            var titles = below.TakeWhile(IsTitle).Take(MostTitles).Count();
            below.RemoveRange(0, titles);
            if (blocks.Take(i).Sum(b => b.Lines) * MostTimesLonger >= blocks.Skip(i).Sum(b => b.Lines) && IsOther(Lines(head, start), below))
            {
                return (blocks[i].Start, Count(text.AsSpan(blocks[i].Start), delimiter, newLine));
            }
        }

        return null;
    }

    /// <summary>The names of the columns in lines that stand below a table; none where those are remarks.</summary>
    public static IEnumerable<string> NamesOf(IEnumerable<string[]> lines)
    {
        string[][] filled = [.. lines.Select(l => Array.FindAll(l, f => f.Length > 0)).Where(l => l.Length > 0).SkipWhile((l, i) => i < MostTitles && l.Length == 1).Take(FewestRowsBelow)];
        return filled.Length == FewestRowsBelow && filled[0].Length >= FewestNames && filled[1].Length >= FewestNames ? filled[0] : [];
    }

    /// <summary>Whether names may stand at the beginning of a block, or behind its titles: most blank lines stand between rows, and the whole is not looked at for each of them.</summary>
    private static bool MayBegin(byte[] text, byte newLine, List<(int Start, int End, int Lines)> blocks, int block)
    {
        var place = blocks[block];
        var lines = Beginning(place);
        var titles = lines.TakeWhile(l => l.Length == 1).Take(MostTitles).Count();
        if (titles == lines.Length && place.Lines == titles && block + 1 < blocks.Count)
        {
            (place, titles) = (blocks[block + 1], 0);
            lines = Beginning(place);
            titles = lines.TakeWhile(l => l.Length == 1).Take(MostTitles).Count();
        }

        return place.Lines - titles > FewestRowsBelow && titles < lines.Length && lines[titles] is { Length: >= FewestNames } names && !Array.Exists(names, RowSample.IsValue);

        string[][] Beginning((int Start, int End, int Lines) part) =>
        [
            .. Encoding.UTF8.GetString(text, part.Start, Math.Min(part.End - part.Start, MostBeginning)).Split((char)newLine).Take(MostTitles + 1)
                .Select(l => l.Split(s_separators).Select(f => f.Trim(' ', '\r', '"')).Where(f => f.Length > 0).ToArray()).Where(l => l.Length > 0),
        ];
    }

    /// <summary>Whether lines are a table of their own below another.</summary>
    private static bool IsOther(List<string[]> above, List<string[]> below)
    {
        if (above.Count <= FewestRows || below.Count <= FewestRowsBelow || HeaderDetection.Detect(above, (byte)'.', TableSource.UsualMissing) is not { Names: > 0 and var names } header)
        {
            return false;
        }

        var (width, first) = (Width(above[..header.Lines]), below[0]);
        var filled = first.Where(f => f.Length > 0).ToArray();
        if (width < FewestNames || filled.Length < FewestNames || filled.Any(RowSample.IsValue) || filled.Distinct(StringComparer.Ordinal).Count() < filled.Length
            || Array.TrueForAll(filled, f => above.Take(names).Any(l => l.Contains(f, StringComparer.Ordinal))))
        {
            return false;
        }

        // As names among the values of the first table, a row of a text where numbers are elsewhere is no name.
        var (values, own) = (Values(above, header.Lines), Values(below, 1));
        var among = values.Where(c => RowSample.At(first, c) is { Length: > 0 } cell && !GapMarks.Contains(cell)).ToArray();
        var isOfOtherWidth = Width([first]) != width && Width(below) == Width([first]);
        var hasNames = own.Any(c => RowSample.At(first, c).Length > 0);
        return isOfOtherWidth ? hasNames || (values.Length == 0 && own.Length == 0) : hasNames && among.Length > 0 && (among.Length > 1 || !values.SequenceEqual(own));
    }

    private static int[] Values(List<string[]> lines, int from) => [.. Enumerable.Range(0, Width(lines)).Where(c => RowSample.AreValues(lines, from, c))];

    private static int Width(IEnumerable<string[]> lines) => lines.Max(l => Array.FindLastIndex(l, f => f.Length > 0) + 1);

    private static bool IsTitle(string[] line) => line.Count(f => f.Length > 0) == 1;

    // As the lines below a table are counted wherever it is read.
    private static int Count(ReadOnlySpan<byte> text, byte delimiter, byte newLine)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf(newLine) is var found and >= 0 ? found : text.Length - 1;
            count += LinesBelowDetection.IsEmpty(text[..(end + 1)], delimiter, newLine) ? 0 : 1;
            text = text[(end + 1)..];
        }

        return count;
    }

    /// <summary>Runs of lines with something in them, kept apart by lines with nothing but separators; lines within quotes keep nothing apart.</summary>
    private static List<(int Start, int End, int Lines)> Blocks(byte[] text, byte newLine)
    {
        var blocks = new List<(int Start, int End, int Lines)>();
        var (isOpen, isQuoted) = (false, false);
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOf(newLine) is var found and >= 0 ? start + found + 1 : text.Length;
            var line = text.AsSpan(start, end - start);
            var isBlank = !isQuoted && line.IndexOfAnyExcept(s_nothing) < 0;
            isQuoted ^= line.Count((byte)'"') % 2 != 0;
            if (!isBlank)
            {
                if (isOpen)
                {
                    blocks[^1] = (blocks[^1].Start, end, blocks[^1].Lines + 1);
                }
                else
                {
                    blocks.Add((start, end, 1));
                }
            }

            isOpen = !isBlank;
            start = end;
        }

        return blocks;
    }
}
