using System.Runtime.CompilerServices;
using Builder.Datasets.Import;

namespace Builder.Datasets.Csv;

/// <summary>Collects a column of texts, keeping each different one once.</summary>
internal sealed class TextColumnBuilder(string name, int index, MissingMarkers missing) : ColumnBuilder(name, index)
{
    private readonly TextPool _pool = new();
    private int[] _codes = [];
    private byte[] _scratch = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Append(CsvBlock block, CsvRecords records, int width, int expectedRows)
    {
        var lines = records.Count;
        if (_codes.Length < Count + lines)
        {
            Array.Resize(ref _codes, Grown(_codes.Length, Count + lines, expectedRows));
        }

        var bytes = block.Bytes;
        var ends = block.Ends;
        var first = records.First;
        var starts = records.Starts;
        var codes = _codes.AsSpan(Count, lines);
        var isLast = Index == width - 1;
        for (var line = 0; line < codes.Length; line++)
        {
            var field = first[line] + Index;
            var start = Index == 0 ? starts[line] : ends[field - 1] + 1;
            var end = ends[field];
            if (isLast && end > start && bytes[end - 1] == '\r')
            {
                end--;
            }

            var content = CsvField.Content(bytes.AsSpan(start, end - start), ref _scratch);
            codes[line] = missing.Contains(content) ? TextColumn.Missing : _pool.CodeOf(content);
        }

        Count += lines;
        return -1;
    }

    public override RawColumn Build()
    {
        if (_codes.Length != Count)
        {
            Array.Resize(ref _codes, Count);
        }

        return new TextColumn(Name, _codes, _pool.ToStrings());
    }
}
