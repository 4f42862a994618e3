namespace Builder.Datasets.Transforms;

/// <summary>Where a column comes from, so that an error can name file, column and row.</summary>
/// <param name="File">Name of the file or folder.</param>
/// <param name="Column">The column's name.</param>
/// <param name="SourceRows">For each row in memory its row in the source, from 0.</param>
internal sealed record ColumnSite(string File, string Column, int[] SourceRows)
{
    /// <summary>The row's number as people count: the first row of data is 1.</summary>
    public int RowNumber(int row) => SourceRows[row] + 1;
}
