using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Datasets.Preparation;

/// <summary>Joins columns of numbers into one block.</summary>
internal static class ColumnBlock
{
    // Few enough that their part of the block stays in the processor's cache while column after column goes into it.
    private const int RowsAtATime = 128;

    /// <summary>The columns side by side, row after row.</summary>
    public static PreparedColumn Join(PreparedColumn[] columns)
    {
        var name = string.Join(", ", columns.Select(c => c.Name));
        var first = columns.FirstOrDefault() ?? throw new ArgumentException("There is no column to join.", nameof(columns));
        Check(columns, first);
        var width = columns.Sum(c => c.RowSize);
        var rows = first.Values.LongLength / Math.Max(1, first.RowSize);
        var block = columns.Length == 1 && first.Values is float[] own ? own : Interleave(columns, rows, width);
        return new PreparedColumn(name, block, ElementType.Float32, [width], first.WindowLength, first.WindowOffset);
    }

    private static readonly MessageTemplate HoldsPictures = new(
        "data-cannot-combine.pictures",
        "it holds pictures. Use an input block of its own for it.",
        "它是图片。请为它单独使用一个输入模块。");

    private static readonly MessageTemplate HoldsText = new(
        "data-cannot-combine.text",
        "it holds text. Use an input block of its own for it.",
        "它是文本。请为它单独使用一个输入模块。");

    private static readonly MessageTemplate OtherWindows = new(
        "data-cannot-combine.windows",
        "it takes part in windows in another way than \"{name}\". Use an input block of its own for it.",
        "它参与窗口的方式与“{name}”不同。请为它单独使用一个输入模块。");

    private static void Check(PreparedColumn[] columns, PreparedColumn first)
    {
        foreach (var column in columns)
        {
            if (column.RowShape.Length == 3)
            {
                throw PreparationErrors.CannotCombine(column.Name, HoldsPictures.With());
            }
            if (column.RowShape.Length > 0 && column.Element == ElementType.Int64)
            {
                throw PreparationErrors.CannotCombine(column.Name, HoldsText.With());
            }
            if (column.WindowLength != first.WindowLength || column.WindowOffset != first.WindowOffset)
            {
                throw PreparationErrors.CannotCombine(column.Name, OtherWindows.With(("name", first.Name)));
            }
        }
    }

    private static float[] Allocate(long rows, long width)
    {
        try
        {
            return new float[checked(rows * width)];
        }
        catch (Exception tooLarge) when (tooLarge is OutOfMemoryException or OverflowException)
        {
            throw PreparationErrors.CombinedTooLarge(rows, width);
        }
    }

    private static float[] Interleave(PreparedColumn[] columns, long rows, long width)
    {
        var block = Allocate(rows, width);
        for (long first = 0; first < rows; first += RowsAtATime)
        {
            var (count, place) = ((int)Math.Min(RowsAtATime, rows - first), 0L);
            foreach (var column in columns)
            {
                CopyRows(column, (int)first, count, block.AsSpan((int)(first * width + place)), (int)width);
                place += column.RowSize;
            }
        }
        return block;
    }

    private static void CopyRows(PreparedColumn column, int first, int count, Span<float> target, int width)
    {
        var size = (int)column.RowSize;
        if (column.Values is long[] classes)
        {
            for (int row = 0, to = 0; row < count; row++, to += width)
            {
                target[to] = classes[first + row];
            }
            return;
        }
        var source = ((float[])column.Values).AsSpan(first * size, count * size);
        for (int from = 0, to = 0; from < source.Length; from += size, to += width)
        {
            if (size == 1)
            {
                target[to] = source[from];
            }
            else
            {
                source.Slice(from, size).CopyTo(target[to..]);
            }
        }
    }
}
