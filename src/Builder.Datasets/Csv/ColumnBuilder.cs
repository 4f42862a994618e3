using Builder.Datasets.Columns;

namespace Builder.Datasets.Csv;

/// <summary>Collects one column of a table, block by block.</summary>
/// <param name="name">Name in the source.</param>
/// <param name="index">Place of the column in a line, from 0.</param>
internal abstract class ColumnBuilder(string name, int index)
{
    /// <summary>Name in the source.</summary>
    public string Name { get; } = name;

    /// <summary>Place of the column in a line, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>Rows collected.</summary>
    public int Count { get; protected set; }

    /// <summary>Adds the column's fields of all lines of a block.</summary>
    /// <param name="block">A scanned block.</param>
    /// <param name="records">Its lines, each <paramref name="width"/> fields wide.</param>
    /// <param name="width">Fields of a line.</param>
    /// <param name="expectedRows">How many rows the file is expected to have, so that memory is taken once.</param>
    /// <param name="lineAt">The file's line, from 1, on which a byte of the block stands.</param>
    /// <returns>Whether the column is still what it is asked for as; else it is cut short.</returns>
    public abstract bool Append(CsvBlock block, CsvRecords records, int width, int expectedRows, Func<int, long> lineAt);

    /// <summary>The finished column.</summary>
    public abstract RawColumn Build();

    /// <summary>The smallest size that holds <paramref name="needed"/>, growing in large steps.</summary>
    protected static int Grown(int length, int needed, int expected) =>
        needed <= length ? length : (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(needed, expected), length * 3L / 2));
}
