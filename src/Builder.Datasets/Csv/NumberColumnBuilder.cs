using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Csv;

/// <summary>Collects a column of numbers without making a text of any.</summary>
internal sealed class NumberColumnBuilder(string name, int index, byte decimalMark, MissingMarkers missing, Func<int, bool>? isReplaced = null) : ColumnBuilder(name, index)
{
    private double[] _values = [];
    private byte[] _scratch = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Append(CsvBlock block, CsvRecords records, int width, int expectedRows)
    {
        var lines = records.Count;
        if (_values.Length < Count + lines)
        {
            Grow(Grown(_values.Length, Count + lines, expectedRows));
        }

        ref var bytes = ref MemoryMarshal.GetArrayDataReference(block.Bytes);
        var ends = block.Ends;
        var first = records.First;
        var starts = records.Starts;
        var values = _values.AsSpan(Count, lines);
        var isLast = Index == width - 1;
        var marks = decimalMark * 0x0101010101010101UL;
        for (var line = 0; line < values.Length; line++)
        {
            var field = first[line] + Index;
            var start = Index == 0 ? starts[line] : ends[field - 1] + 1;
            var length = ends[field] - start;
            ref var text = ref Unsafe.Add(ref bytes, start);
            if (isLast && length > 0 && Unsafe.Add(ref text, length - 1) == '\r')
            {
                length--;
            }

            if ((!NumberParser.TryParseShort(ref text, length, marks, out var value) || missing.HasNumbers)
                && !TryParseLong(MemoryMarshal.CreateReadOnlySpan(ref text, length), out value))
            {
                if (isReplaced?.Invoke(Count + line) != true)
                {
                    return line;
                }

                value = double.NaN;
            }

            values[line] = value;
        }

        Count += lines;
        return -1;
    }

    public override RawColumn Build()
    {
        if (_values.Length != Count)
        {
            Grow(Count);
        }

        return new NumberColumn(Name, _values);
    }

    private void Grow(int length)
    {
        var grown = GC.AllocateUninitializedArray<double>(length);
        _values.AsSpan(0, Count).CopyTo(grown);
        _values = grown;
    }

    private bool TryParseLong(ReadOnlySpan<byte> text, out double value) =>
        (!missing.HasNumbers && NumberParser.TryParse(text, decimalMark, out value) && double.IsFinite(value))
        || TryParseCarefully(text, out value);

    /// <summary>Quotes, spaces and missing markers, which the quick way does not know.</summary>
    private bool TryParseCarefully(ReadOnlySpan<byte> raw, out double value)
    {
        var content = CsvField.Content(raw, ref _scratch);
        if (missing.Contains(content))
        {
            value = double.NaN;
            return true;
        }

        return NumberParser.TryParse(content.Trim((byte)' '), decimalMark, out value) && double.IsFinite(value);
    }
}
