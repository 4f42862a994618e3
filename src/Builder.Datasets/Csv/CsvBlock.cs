using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>
/// A piece of a file that ends with a line's end, and where its fields end. Works on 64 bytes at a time: one bit for each byte
/// that is a delimiter, a line's end or a quote. A quote opens a field only as the field's first character (RFC 4180); doubled
/// quotes inside close and open again, which leaves the state as it was.
/// </summary>
/// <param name="delimiter">The byte between two fields.</param>
/// <param name="newLine">The byte that ends a line: '\n', or '\r' in files without any '\n'.</param>
/// <param name="quotes">What quotes mean.</param>
internal sealed class CsvBlock(byte delimiter, byte newLine, QuoteStyle quotes = QuoteStyle.Doubled)
{
    /// <summary>Bytes that must be readable beyond the end of what is scanned.</summary>
    public const int Padding = 64;

    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';

    // Where quotes are ordinary characters, this one is looked for instead: no byte of UTF-8.
    private const byte NoByte = 0xFF;

    private readonly byte _quote = quotes == QuoteStyle.Ordinary ? NoByte : Quote;
    private int[] _ends = new int[1 << 15];
    private bool _isInside;
    private int _openedAt;
    private int _closedAt;
    private int _length;

    // Where the line ends in which the open field began; −1 while that is its last.
    private int _lineEnd;

    /// <summary>The bytes; a field may hold quotes that are not yet removed.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The byte that ends a line.</summary>
    public byte NewLine => newLine;

    /// <summary>Number of field ends found.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Position of the delimiter or line's end behind each field.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, FieldCount);

    /// <summary>Bytes up to and with the last line's end outside quotes; 0 if there is none.</summary>
    public int Consumed { get; private set; }

    /// <summary>Where the quoted field began that the scan ended in; −1 if it ended outside quotes.</summary>
    public int OpenQuote => _isInside ? _openedAt : -1;

    /// <summary>Where a quoted field began that seems to end lines later, with another field's quote: several rows would become one; −1 where there is none.</summary>
    public int StrayQuote { get; private set; }

    /// <summary>Quotes that are not closed in their line and so are ordinary characters, where values end in their lines.</summary>
    public int UnclosedCount { get; private set; }

    /// <summary>Where the first of them stands.</summary>
    public int FirstUnclosed { get; private set; }

    /// <summary>Where the last field begins, be it finished or not.</summary>
    public int LastField { get; private set; }

    /// <summary>Finds the fields of the first <paramref name="length"/> bytes; more must be readable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(byte[] bytes, int length)
    {
        Bytes = bytes;
        FieldCount = 0;
        _isInside = false;
        _closedAt = -2;
        _length = length;
        (StrayQuote, UnclosedCount) = (-1, 0);
        ref var start = ref MemoryMarshal.GetArrayDataReference(bytes);
        for (var at = 0; at < length; at += 64)
        {
            if (_ends.Length - FieldCount < 64)
            {
                Array.Resize(ref _ends, _ends.Length * 2);
            }

            var (ends, quotes) = Find(ref Unsafe.Add(ref start, at));
            if (length - at < 64)
            {
                var inside = (1UL << (length - at)) - 1;
                ends &= inside;
                quotes &= inside;
            }

            if (quotes == 0 && !_isInside)
            {
                Add(at, ends);
            }
            else
            {
                AddAmongQuotes(at, ends, quotes);
            }
        }

        DropUnfinishedLine();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (ulong Ends, ulong Quotes) Find(ref byte block)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var all = Vector512.LoadUnsafe(ref block);
            var ends = Vector512.Equals(all, Vector512.Create(delimiter)) | Vector512.Equals(all, Vector512.Create(newLine));
            return (ends.ExtractMostSignificantBits(), Vector512.Equals(all, Vector512.Create(_quote)).ExtractMostSignificantBits());
        }

        var (lowEnds, lowQuotes) = FindHalf(Vector256.LoadUnsafe(ref block));
        var (highEnds, highQuotes) = FindHalf(Vector256.LoadUnsafe(ref block, 32));
        return (lowEnds | ((ulong)highEnds << 32), lowQuotes | ((ulong)highQuotes << 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (uint Ends, uint Quotes) FindHalf(Vector256<byte> half)
    {
        var ends = Vector256.Equals(half, Vector256.Create(delimiter)) | Vector256.Equals(half, Vector256.Create(newLine));
        return (ends.ExtractMostSignificantBits(), Vector256.Equals(half, Vector256.Create(_quote)).ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int at, ulong ends)
    {
        ref var next = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), FieldCount);
        FieldCount += BitOperations.PopCount(ends);
        while (ends != 0)
        {
            next = at + BitOperations.TrailingZeroCount(ends);
            next = ref Unsafe.Add(ref next, 1);
            ends &= ends - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddAmongQuotes(int at, ulong ends, ulong quotes)
    {
        for (var all = ends | quotes; all != 0; all &= all - 1)
        {
            var offset = BitOperations.TrailingZeroCount(all);
            if (((quotes >> offset) & 1) != 0)
            {
                PassQuote(at + offset);
            }
            else if (!_isInside)
            {
                _ends[FieldCount++] = at + offset;
            }
            else if (Bytes[at + offset] == newLine)
            {
                PassLineEnd(at + offset);
            }
        }
    }

    private void PassLineEnd(int position)
    {
        if (quotes != QuoteStyle.OneLine)
        {
            _lineEnd = _lineEnd < 0 ? position : _lineEnd;
            return;
        }

        // The quote is an ordinary character, and what looked like its text are fields.
        FirstUnclosed = UnclosedCount++ == 0 ? _openedAt : FirstUnclosed;
        _isInside = false;
        for (var place = _openedAt + 1; place <= position; place++)
        {
            if (Bytes[place] == delimiter || place == position)
            {
                if (FieldCount == _ends.Length)
                {
                    Array.Resize(ref _ends, _ends.Length * 2);
                }

                _ends[FieldCount++] = place;
            }
        }

        // The rest of the 64 bytes may need as many as there are.
        if (_ends.Length - FieldCount < 64)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }
    }

    private void PassQuote(int position)
    {
        if (_isInside)
        {
            if (quotes == QuoteStyle.Backslash && IsEscaped(position))
            {
                return;
            }

            _isInside = false;
            _closedAt = position;
            if (_lineEnd >= 0 && StrayQuote < 0 && !IsFollowedByEnd(position + 1) && SeemsToOpen(position))
            {
                StrayQuote = _openedAt;
            }
        }
        else if (_closedAt == position - 1)
        {
            _isInside = true;
        }
        else if (position == FieldStart())
        {
            _isInside = true;
            _openedAt = position;
            _lineEnd = -1;
        }
    }

    private bool IsEscaped(int position)
    {
        var first = position;
        while (first - 1 > _openedAt && Bytes[first - 1] == Backslash)
        {
            first--;
        }

        return (position - first) % 2 != 0;
    }

    private bool IsFollowedByEnd(int next)
    {
        while (next < _length && Bytes[next] is (byte)' ' or (byte)'\t' && Bytes[next] != delimiter)
        {
            next++;
        }

        return next >= _length || Bytes[next] == delimiter || Bytes[next] == newLine || Bytes[next] is (byte)'\r' or Quote;
    }

    // Quotes inside a text of several lines that somebody forgot to double harm nobody. But where this one stands at a field's beginning, or the first line goes
    // on with other fields, the text is none.
    private bool SeemsToOpen(int position) =>
        Bytes[position - 1] == delimiter || Bytes[position - 1] == newLine || Bytes.AsSpan(_openedAt, _lineEnd - _openedAt).Contains(delimiter);

    private int FieldStart() => FieldCount == 0 ? 0 : _ends[FieldCount - 1] + 1;

    private void DropUnfinishedLine()
    {
        LastField = FieldStart();
        while (FieldCount > 0 && Bytes[_ends[FieldCount - 1]] != newLine)
        {
            FieldCount--;
        }

        Consumed = FieldCount == 0 ? 0 : _ends[FieldCount - 1] + 1;
    }
}
