using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>Where a column comes from, so that an error can name file, column and row.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column's name in the source.</param>
internal sealed record ColumnContext(RawTable Table, string Column)
{
    /// <summary>Name of the file or folder.</summary>
    public string File => Table.Name;

    /// <summary>The first cell that is no number where a number should be, by its row of the table; null where there is none.</summary>
    public (int Row, string Text)? FirstStrange => Table.Find<NumberColumn>(Column) is not { } column ? null
        : column.Findings.Strange.Select(c => (Row: Table.SourceRows is { } rows ? Array.IndexOf(rows, c.Row) : c.Row, c.Text))
            .Where(c => c.Row >= 0).Select(c => ((int Row, string Text)?)c).FirstOrDefault();

    /// <summary>What a cell holds that should be a number and is none; null for any other.</summary>
    public string? StrangeTextOf(int row) => Table.Find<NumberColumn>(Column)?.Findings.Strange is { IsEmpty: false } strange
        ? strange.Where(c => c.Row == Table.SourceRow(row)).Select(c => c.Text).FirstOrDefault()
        : null;

    /// <summary>What was seen while the column was read as dates; null where it was not.</summary>
    public DateFindings? Dates => Table.Find<TextColumn>(Column)?.Dates;

    /// <summary>What a cell holds that should be a date and is none, and how the column writes its dates; null for any other, and for a gap.</summary>
    public (string Text, DateOrder Order)? StrangeDateOf(int row) =>
        Table.Find<TextColumn>(Column) is not { } column ? null
        : (column[row] ?? Dates?.Strange.Where(c => c.Row == Table.SourceRow(row)).Select(c => c.Text).FirstOrDefault()) is { } text && !GapMarks.Contains(text)
            ? (text, Dates?.Order ?? DateReading.OrderOf(column.Entries))
            : null;

    /// <summary>The row's number as people count.</summary>
    public int RowNumber(int row) => Table.RowNumber(row);
}
