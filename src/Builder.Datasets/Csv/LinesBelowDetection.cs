using System.Buffers;
using System.Text;
using Builder.Datasets.Numbers;
using Builder.Datasets.Text;

namespace Builder.Datasets.Csv;

/// <summary>Finds where a table ends in its file: below it may stand its source, a remark, or what a database says about its own output.</summary>
internal static class LinesBelowDetection
{
    private const int TailLength = 1 << 16;
    private const int MostLines = 10;

    /// <summary>Rows that must stand above, so that a handful of lines of words is never taken apart.</summary>
    private const int FewestRows = 3;

    /// <summary>Columns of a table whose remarks can be told from its rows although they were filled up with empty fields.</summary>
    private const int FewestPadded = 3;

    // A remark is more than one word; a name in an otherwise empty row is not.
    private static readonly SearchValues<char> s_phraseMarks = SearchValues.Create(" :：(（#");

    /// <summary>How many lines, blank ones not counted, stand below the table.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="delimiter">The byte between two fields.</param>
    /// <param name="newLine">The byte that ends a line.</param>
    /// <param name="first">The table's first lines.</param>
    public static int Detect(Func<Stream> open, Encoding encoding, byte delimiter, byte newLine, IReadOnlyList<string[]> first)
    {
        var width = first.Count == 0 ? 0 : first[0].Length;
        if (width < 2 || first.Count <= FewestRows)
        {
            return 0;
        }

        var tail = ReadTail(open, encoding);
        var isPaddingRare = width >= FewestPadded && first.Count(IsAlone) * 2 < first.Count;
        var below = 0;
        for (var end = tail.Length; end > 0;)
        {
            var start = tail.AsSpan(0, end - 1).LastIndexOf(newLine) + 1;
            if (IsBlank(tail.AsSpan(start, end - start), delimiter, newLine))
            {
                // There may be thousands: a spreadsheet writes one for every row that was ever used.
                end = start;
                continue;
            }

            if (tail.AsSpan(start, end - start).Count((byte)'"') % 2 != 0)
            {
                // Here a value ends that goes over several lines: it belongs to a row.
                return below;
            }

            var line = CsvSample.Read(tail[start..end], delimiter, newLine).FirstOrDefault() ?? [];
            if (line.Length > 0 && start == 0 && tail.Length == TailLength)
            {
                return 0;
            }

            if (line.Length > 0 && !IsRemark(line, width, isPaddingRare))
            {
                // What comes last is a remark only where a row of the table stands above it.
                return line.Length == width ? below : 0;
            }

            below += line.Length > 0 ? 1 : 0;
            if (below > MostLines)
            {
                return 0;
            }

            end = start;
        }

        return 0;
    }

    /// <summary>Bytes of UTF-8 in front of the last lines of a file.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="delimiter">The byte between two fields.</param>
    /// <param name="newLine">The byte that ends a line.</param>
    /// <param name="lines">How many lines to leave out, those in which nothing stands not counted.</param>
    public static long EndOfTable(Func<Stream> open, Encoding encoding, byte delimiter, byte newLine, int lines)
    {
        using var stream = Utf8Source.Open(open, encoding);
        var starts = new Queue<long>(lines + 1);
        var block = new byte[1 << 16];
        var (at, start, isBlank) = (0L, 0L, true);
        while (stream.Read(block) is var read and > 0)
        {
            foreach (var value in block.AsSpan(0, read))
            {
                at++;
                if (value == newLine)
                {
                    Keep();
                    (start, isBlank) = (at, true);
                }
                else if (value is not ((byte)'\r' or (byte)' ' or (byte)'\t') && value != delimiter)
                {
                    isBlank = false;
                }
            }
        }

        Keep();
        return starts.Count < lines ? 0 : starts.Peek();

        void Keep()
        {
            if (!isBlank)
            {
                starts.Enqueue(start);
                if (starts.Count > lines)
                {
                    starts.Dequeue();
                }
            }
        }
    }

    /// <summary>Whether nothing stands in a line, as <see cref="EndOfTable"/> counts lines.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> line, byte delimiter, byte newLine)
    {
        ReadOnlySpan<byte> nothing = [delimiter, newLine, (byte)'\r', (byte)' ', (byte)'\t'];
        return line.IndexOfAnyExcept(nothing) < 0;
    }

    // One separator alone may well be two gaps.
    private static bool IsBlank(ReadOnlySpan<byte> line, byte delimiter, byte newLine)
    {
        ReadOnlySpan<byte> nothing = [delimiter, newLine, (byte)'\r'];
        return line.IndexOfAnyExcept(nothing) < 0 && line.Count(delimiter) != 1;
    }

    /// <summary>One field of words in a line that has no other, be it short or filled up.</summary>
    private static bool IsRemark(string[] line, int width, bool isPaddingRare)
    {
        if (!IsAlone(line) || line.Single(f => f.Length > 0) is not { } text || NumberText.TryParse(text, '.', out _))
        {
            return false;
        }

        return line.Length < width || (line.Length == width && isPaddingRare && line[0].Length > 0 && text.AsSpan().Trim().ContainsAny(s_phraseMarks));
    }

    private static bool IsAlone(string[] line) => line.Count(f => f.Length > 0) == 1;

    // The end of a plain file is read by itself; what has to be unpacked or translated is read through.
    private static byte[] ReadTail(Func<Stream> open, Encoding encoding)
    {
        if (encoding is UTF8Encoding)
        {
            using var plain = open();
            if (plain is { CanSeek: true } file)
            {
                file.Position = Math.Max(0, file.Length - TailLength);
                var end = new byte[Math.Min(TailLength, file.Length)];
                Array.Resize(ref end, file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false));
                return end;
            }
        }

        using var stream = Utf8Source.Open(open, encoding);
        var tail = new byte[TailLength * 2];
        var filled = 0;
        try
        {
            while (stream.Read(tail, filled, tail.Length - filled) is var read and > 0)
            {
                filled += read;
                if (filled == tail.Length)
                {
                    tail.AsSpan(TailLength).CopyTo(tail);
                    filled = TailLength;
                }
            }
        }
        catch (DecoderFallbackException)
        {
            // Reading the table says on which line.
            return [];
        }

        return tail[Math.Max(0, filled - TailLength)..filled];
    }
}
