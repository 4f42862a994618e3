using System.Text;

namespace Builder.Datasets.Columns;

/// <summary>
/// Many texts in UTF-8, one behind the other in pieces of a megabyte: a list that grows is never copied as a whole. No text lies in two pieces; one that does not fit into
/// what is left of a piece begins the next.
/// </summary>
/// <param name="expected">How many texts are expected, where that is known.</param>
internal sealed class Utf8Texts(int expected = Utf8Texts.Few)
{
    private const int Few = 1 << 6;
    private const int PieceBits = 20;

    /// <summary>Bytes of a piece, and so of the longest text.</summary>
    public const int PieceLength = 1 << PieceBits;

    private const int FirstLength = 1 << 10;

    private byte[][] _pieces = [];
    private int _pieceCount;

    // Where each text ends, counted as if the pieces were one.
    private int[] _ends = new int[expected];
    private int _end;

    /// <summary>Number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of memory that they take, about.</summary>
    public long Memory => (4L * _ends.Length) + _end;

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var (start, end) = (index == 0 ? 0 : _ends[index - 1], _ends[index]);
            if (start == end)
            {
                return default;
            }

            var piece = (end - 1) >> PieceBits;
            start = Math.Max(start, piece << PieceBits);
            return _pieces[piece].AsSpan(start & (PieceLength - 1), end - start);
        }
    }

    /// <summary>Adds a text and returns its place.</summary>
    /// <exception cref="InsufficientMemoryException">They would be more than two gigabytes.</exception>
    public int Add(ReadOnlySpan<byte> text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, PieceLength);
        var start = (long)_end;
        if (!text.IsEmpty)
        {
            start = start >> PieceBits == (start + text.Length - 1) >> PieceBits ? start : ((start >> PieceBits) + 1) << PieceBits;
            if (start + text.Length > int.MaxValue)
            {
                throw new InsufficientMemoryException();
            }

            var place = (int)start & (PieceLength - 1);
            text.CopyTo(Piece((int)(start >> PieceBits), place + text.Length).AsSpan(place));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(Few, Count * 2));
        }

        _ends[Count] = _end = (int)start + text.Length;
        return Count++;
    }

    /// <summary>Gives back what was taken for more texts.</summary>
    public void Trim()
    {
        Array.Resize(ref _ends, Count);
        if (_pieceCount == 1)
        {
            Array.Resize(ref _pieces[0], _end);
        }
    }

    /// <summary>The same texts, to which others can be added while these stay as they are.</summary>
    public Utf8Texts Copy()
    {
        var copy = new Utf8Texts(0) { _pieces = [.. _pieces], _pieceCount = _pieceCount, _ends = [.. _ends, 0], _end = _end, Count = Count };
        if (_pieceCount > 0)
        {
            copy._pieces[_pieceCount - 1] = [.. _pieces[_pieceCount - 1]];
        }

        return copy;
    }

    /// <summary>All texts as objects.</summary>
    public string[] ToStrings()
    {
        var texts = new string[Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Encoding.UTF8.GetString(this[i]);
        }

        return texts;
    }

    // A table may have thousands of columns, most with few texts: the first piece begins small.
    private byte[] Piece(int index, int length)
    {
        if (index == _pieceCount)
        {
            if (_pieceCount == _pieces.Length)
            {
                Array.Resize(ref _pieces, Math.Max(4, _pieceCount * 2));
            }

            _pieces[_pieceCount++] = GC.AllocateUninitializedArray<byte>(index == 0 ? Math.Max(FirstLength, length) : PieceLength);
        }
        else if (_pieces[index].Length < length)
        {
            Array.Resize(ref _pieces[index], Math.Min(PieceLength, Math.Max(length, _pieces[index].Length * 2)));
        }

        return _pieces[index];
    }
}
