using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>How values of several columns lie side by side in one tensor.</summary>
internal static class ColumnShapes
{
    /// <summary>Values of one sample of the column.</summary>
    public static long Values(ColumnSchema column) => column.SampleShape.Aggregate(1L, (product, size) => product * size);

    /// <summary>[N, F]: all values of all columns in one list.</summary>
    public static TensorType List(ImmutableArray<ColumnSchema> columns) => TensorType.Batched(columns.Sum(Values));

    /// <summary>True for values in windows: [T] numbers, or [T, K] where each step has several.</summary>
    public static bool IsSeries(ColumnSchema column) =>
        column.Element == ElementType.Float32 && column.SampleShape.Length is 1 or 2 && (column.SampleShape.Length == 2 || column.Classes is null);

    /// <summary>[N, T, F] for columns of the same number of steps T.</summary>
    public static TensorType Series(ImmutableArray<ColumnSchema> columns)
    {
        var steps = columns[0].SampleShape[0];
        return TensorType.Batched(steps, columns.Sum(c => Values(c) / steps));
    }

    /// <summary>True for a category: class numbers whose names are known, single or in windows.</summary>
    public static bool IsCategory(ColumnSchema column) =>
        column.Element == ElementType.Int64 && (column.SampleShape.IsEmpty || (column.SampleShape.Length == 1 && !column.ClassNames.IsEmpty));

    /// <summary>True for text: token numbers of a vocabulary.</summary>
    public static bool IsText(ColumnSchema column) =>
        column.Element == ElementType.Int64 && column.SampleShape.Length == 1 && column.ClassNames.IsEmpty;

    /// <summary>True for a picture [channels, height, width].</summary>
    public static bool IsPicture(ColumnSchema column) => column.Element != ElementType.Int64 && column.SampleShape.Length == 3;
}
