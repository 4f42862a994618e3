using System.Collections.Immutable;

namespace Builder.Datasets.Csv;

/// <summary>Rows whose lines have fewer values than the table has columns: the last ones are missing.</summary>
/// <param name="Line">The line of the file, from 1, of the first.</param>
/// <param name="Rows">The rows, from 0, in the order of the file.</param>
public sealed record ShortRows(long Line, ImmutableArray<int> Rows);

/// <summary>Finds out which rows are lines that were filled up, while the blocks of a file are read.</summary>
/// <param name="reader">Reads the blocks.</param>
internal sealed class FilledRows(CsvBlockReader reader)
{
    private readonly List<int> _rows = [];
    private int _next;
    private long _first;

    /// <summary>The rows so far; null where there are none.</summary>
    public ShortRows? Found => _rows.Count == 0 ? null : new(_first, [.. _rows]);

    /// <summary>Takes the rows of the current block.</summary>
    /// <param name="records">Its rows, names left out.</param>
    /// <param name="before">Rows of the blocks before.</param>
    public void Add(CsvRecords records, long before)
    {
        var lines = reader.FilledLines;
        if (_next == lines.Count || records.Count == 0)
        {
            return;
        }

        var starts = records.Starts;
        var line = reader.LineAt(starts[0]);
        for (var i = 0; i < starts.Length; i++)
        {
            line += i == 0 ? 0 : reader.Block.Bytes.AsSpan(starts[i - 1], starts[i] - starts[i - 1]).Count(reader.Block.NewLine);
            while (_next < lines.Count && lines[_next] < line)
            {
                _next++;
            }

            if (_next < lines.Count && lines[_next] == line)
            {
                _first = _rows.Count == 0 ? line : _first;
                _rows.Add((int)(before + i));
            }
        }
    }
}
