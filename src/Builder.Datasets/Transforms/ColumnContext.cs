using Builder.Datasets.Columns;

namespace Builder.Datasets.Transforms;

/// <summary>Where a column comes from, so that an error can name file, column and row.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column's name in the source.</param>
internal sealed record ColumnContext(RawTable Table, string Column)
{
    /// <summary>Name of the file or folder.</summary>
    public string File => Table.Name;

    /// <summary>The row's number as people count.</summary>
    public int RowNumber(int row) => Table.RowNumber(row);
}
