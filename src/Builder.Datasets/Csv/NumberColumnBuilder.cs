using Builder.Datasets.Import;

namespace Builder.Datasets.Csv;

/// <summary>Collects a column of numbers without making a text of any.</summary>
internal sealed class NumberColumnBuilder(string name, int index, byte decimalMark, MissingMarkers missing) : ColumnBuilder(name, index)
{
    private double[] _values = [];
    private byte[] _scratch = [];

    public override int Append(CsvBlock block, CsvRecords records, int width, int expectedRows)
    {
        var lines = records.Count;
        if (_values.Length < Count + lines)
        {
            Array.Resize(ref _values, Grown(_values.Length, Count + lines, expectedRows));
        }

        var bytes = block.Bytes;
        var ends = block.Ends;
        var first = records.First;
        var starts = records.Starts;
        var values = _values.AsSpan(Count, lines);
        var isLast = Index == width - 1;
        var checkMissing = missing.HasNumbers;
        for (var line = 0; line < values.Length; line++)
        {
            var field = first[line] + Index;
            var start = Index == 0 ? starts[line] : ends[field - 1] + 1;
            var end = ends[field];
            if (isLast && end > start && bytes[end - 1] == '\r')
            {
                end--;
            }

            var text = bytes.AsSpan(start, end - start);
            if (!NumberParser.TryParse(text, decimalMark, out var value) || checkMissing || !double.IsFinite(value))
            {
                if (!TryParseCarefully(text, out value))
                {
                    return line;
                }
            }

            values[line] = value;
        }

        Count += lines;
        return -1;
    }

    public override RawColumn Build()
    {
        Array.Resize(ref _values, Count);
        return new NumberColumn(Name, _values);
    }

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
