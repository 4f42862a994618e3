using System.Runtime.CompilerServices;
using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Datasets.Csv;

/// <summary>Collects a column of texts, keeping each different one once.</summary>
internal sealed class TextColumnBuilder(string name, int index, MissingMarkers missing, QuoteStyle quotes) : ColumnBuilder(name, index)
{
    /// <summary>Fields that are looked up together.</summary>
    private const int Batch = 32;

    private readonly TextPool _pool = new();
    private int[] _codes = [];
    private byte[] _scratch = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Append(CsvBlock block, CsvRecords records, int width, int expectedRows, Func<int, long> lineAt)
    {
        var lines = records.Count;
        if (_codes.Length < Count + lines)
        {
            Array.Resize(ref _codes, Grown(_codes.Length, Count + lines, expectedRows));
        }

        var bytes = block.Bytes;
        var codes = _codes.AsSpan(Count, lines);
        Span<int> starts = stackalloc int[Batch];
        Span<int> lengths = stackalloc int[Batch];
        for (var line = 0; line < lines;)
        {
            var count = 0;
            for (; count < Batch && line + count < lines; count++)
            {
                var raw = CsvField.Raw(block, records, line + count, Index, width);
                var content = CsvField.Content(raw, quotes, ref _scratch);
                if (missing.Contains(content) || !content.Overlaps(bytes, out var start))
                {
                    break;
                }

                starts[count] = -start;
                lengths[count] = content.Length;
            }

            _pool.CodesOf(bytes, starts[..count], lengths[..count], codes.Slice(line, count));
            line += count;
            if (count < Batch && line < lines)
            {
                codes[line] = CodeAlone(CsvField.Raw(block, records, line, Index, width));
                line++;
            }
        }

        Count += lines;
        return true;
    }

    public override RawColumn Build()
    {
        if (_codes.Length != Count)
        {
            Array.Resize(ref _codes, Count);
        }

        return new TextColumn(Name, _codes, _pool.ToEntries());
    }

    /// <summary>For what is missing or had to be copied because of its quotes.</summary>
    private int CodeAlone(ReadOnlySpan<byte> raw)
    {
        var content = CsvField.Content(raw, quotes, ref _scratch);
        return missing.Contains(content) ? TextColumn.Missing : _pool.CodeOf(content);
    }
}
