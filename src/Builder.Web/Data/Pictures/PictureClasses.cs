using Builder.Datasets.Columns;
using Builder.Graph.Data;

namespace Builder.Web.Data.Pictures;

/// <summary>The classes into which pictures are sorted: folders of an archive, labels of an IDX file.</summary>
internal static class PictureClasses
{
    /// <summary>The column that names them; null where pictures have none.</summary>
    /// <param name="table">The pictures.</param>
    /// <param name="chosen">The column of classes that a person wants predicted; null where there is none.</param>
    public static RawColumn? Of(RawTable table, string? chosen = null) =>
        table.Columns.FirstOrDefault(c => c.Name == chosen) ?? table.Columns.FirstOrDefault(c => c.Name is PicturesSource.ClassColumn or "label");

    /// <summary>All rows, the first of each class before the second of any: as people see them, who are shown a few of each.</summary>
    public static IEnumerable<int> InTurn(RawTable table)
    {
        var classes = Of(table);
        return Enumerable.Range(0, table.RowCount)
            .GroupBy(row => classes switch { TextColumn texts => texts[row], NumberColumn numbers => numbers.Values[row], _ => (object?)null })
            .SelectMany(rows => rows.Select((row, place) => (row, place)))
            .OrderBy(r => r.place)
            .Select(r => r.row);
    }
}
