using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Joins columns of numbers into one block.</summary>
internal static class ColumnBlock
{
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

    private static void Check(PreparedColumn[] columns, PreparedColumn first)
    {
        foreach (var column in columns)
        {
            if (column.RowShape.Length == 3)
            {
                throw PreparationErrors.CannotCombine(column.Name, "it holds pictures. Use an input block of its own for it.", "它是图片。请为它单独使用一个输入模块。");
            }
            if (column.RowShape.Length > 0 && column.Element == ElementType.Int64)
            {
                throw PreparationErrors.CannotCombine(column.Name, "it holds text. Use an input block of its own for it.", "它是文本。请为它单独使用一个输入模块。");
            }
            if (column.WindowLength != first.WindowLength || column.WindowOffset != first.WindowOffset)
            {
                throw PreparationErrors.CannotCombine(
                    column.Name,
                    $"it takes part in windows in another way than \"{first.Name}\". Use an input block of its own for it.",
                    $"它参与窗口的方式与“{first.Name}”不同。请为它单独使用一个输入模块。");
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
        long place = 0;
        foreach (var column in columns)
        {
            var size = column.RowSize;
            if (column.Values is float[] floats)
            {
                for (long from = 0, to = place; from < floats.LongLength; from += size, to += width)
                {
                    Array.Copy(floats, from, block, to, size);
                }
            }
            else
            {
                var classes = (long[])column.Values;
                for (long row = 0; row < rows; row++)
                {
                    block[row * width + place] = classes[row];
                }
            }
            place += size;
        }
        return block;
    }
}
