using System.Runtime.CompilerServices;

namespace Builder.Datasets.Csv;

/// <summary>The lines of a block, those left out in which nothing stands: where each begins and which field ends are its own.</summary>
internal sealed class CsvRecords
{
    private int[] _starts = new int[1 << 12];
    private int[] _first = new int[1 << 12];
    private int _passed;
    private bool _hasBegun;

    /// <summary>Number of lines in which something stands.</summary>
    public int Count { get; private set; }

    /// <summary>Lines of all blocks so far that were left out between others because nothing stands in them.</summary>
    public int Blank { get; private set; }

    /// <summary>Position of each line's first byte.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>Index of each line's first field among the block's field ends.</summary>
    public ReadOnlySpan<int> First => _first.AsSpan(0, Count);

    /// <summary>Finds the lines of a block and stops at the first that has not as many fields as expected.</summary>
    /// <param name="block">A scanned block.</param>
    /// <param name="width">Fields that every line must have; 0 to accept any number.</param>
    /// <returns>The number of fields of the first line that differs; its start is at <see cref="Starts"/>[<see cref="Count"/> − 1]; −1 if none differs.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Split(CsvBlock block, int width)
    {
        Count = 0;
        var ends = block.Ends;
        var bytes = block.Bytes;
        var newLine = block.NewLine;
        var start = 0;
        for (var field = 0; field < ends.Length;)
        {
            var last = field;
            while (bytes[ends[last]] != newLine)
            {
                last++;
            }

            if (IsBlank(bytes, start, ends[last], last - field))
            {
                _passed++;
            }
            else
            {
                Blank += _hasBegun ? _passed : 0;
                (_passed, _hasBegun) = (0, true);
                Add(start, field);
                if (width > 0 && last - field + 1 != width)
                {
                    return last - field + 1;
                }
            }

            start = ends[last] + 1;
            field = last + 1;
        }

        return -1;
    }

    /// <summary>Number of fields of a line.</summary>
    public int Width(CsvBlock block, int line)
    {
        var last = First[line];
        while (block.Bytes[block.Ends[last]] != block.NewLine)
        {
            last++;
        }

        return last - First[line] + 1;
    }

    /// <summary>Whether the last line that was found, which has so many fields, is one of the file: none of its values goes over several.</summary>
    public bool IsOneLine(CsvBlock block, int fields) =>
        !block.Bytes.AsSpan(_starts[Count - 1], block.Ends[_first[Count - 1] + fields - 1] - _starts[Count - 1]).Contains(block.NewLine);

    /// <summary>Leaves only the first lines.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    /// <summary>Leaves the first lines out.</summary>
    public void DropFirst(int lines)
    {
        Count -= lines;
        Array.Copy(_starts, lines, _starts, 0, Count);
        Array.Copy(_first, lines, _first, 0, Count);
    }

    private void Add(int start, int field)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _first, Count * 2);
        }

        _starts[Count] = start;
        _first[Count++] = field;
    }

    // A spreadsheet writes ",,," where it shows an empty row: no field between the separators has a byte. One separator alone may well be two gaps.
    private static bool IsBlank(byte[] bytes, int start, int end, int separators) =>
        separators != 1 && (end - start == separators || (end - start == separators + 1 && bytes[end - 1] == '\r'));
}
