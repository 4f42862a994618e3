using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Graph.Data;

namespace Builder.Datasets.Readings;

/// <summary>Reads columns of texts in a table as dates, and finds the lines of cells that are none.</summary>
internal sealed class TableDates(TableReading reading)
{
    /// <summary>Whether the table is written as in countries in which the day comes first: with decimal commas, or semicolons in their stead.</summary>
    private bool IsFromDayFirst => reading.Format.DecimalMark == ',' || reading.Format.Delimiter == ';';

    /// <summary>The column as one of dates; as it is where it is none.</summary>
    /// <param name="column">All its cells.</param>
    /// <param name="given">How its dates are written; null to find out.</param>
    /// <param name="isReplaced">Rows, from 0, whose cell does not count; null where all count.</param>
    /// <param name="neighbours">What other columns tell about the order of day and month; null where nothing is known.</param>
    public TextColumn Read(TextColumn column, DateOrder? given, Func<int, bool>? isReplaced = null, DateOrder? neighbours = null) =>
        DateColumns.Look(column, given, neighbours == DateOrder.DayFirst || (neighbours is null && IsFromDayFirst)) is { } findings ? Placed(column, findings, isReplaced) : column;

    /// <summary>The column of a file that somebody brings for a model: its dates are written as the training file's, unless they show clearly that they are not.</summary>
    public TextColumn ReadNew(TextColumn column, DateOrder? trained)
    {
        if (trained is null)
        {
            return Read(column, null);
        }

        var alike = DateColumns.Look(column, trained);
        var own = alike is { StrangeCount: 0 } ? null : DateColumns.Look(column, null, IsFromDayFirst);
        var isOther = own is { NeedsOrder: true, Other: null, Order: <= DateOrder.MonthFirst } && trained <= DateOrder.MonthFirst && (alike is null || own.StrangeCount < alike.StrangeCount);
        return (isOther ? own : alike ?? own) is { } findings ? Placed(column, findings, null) : column;
    }

    private TextColumn Placed(TextColumn column, DateFindings findings, Func<int, bool>? isReplaced)
    {
        var read = DateColumns.Read(column, findings);
        if (findings.StrangeCount == 0)
        {
            return read;
        }

        var counted = findings.Strange.Where(c => isReplaced?.Invoke(c.Row) != true).ToArray();
        var kept = counted.Take(NumberFindings.MostCells).ToArray();
        var lines = reading.Table.LinesOf([.. kept.Select(c => c.Row)], reading.Names.Length);
        return new TextColumn(column.Name, read.Codes, read.Entries)
        {
            Dates = findings with
            {
                Strange = [.. kept.Select((c, i) => c with { Line = lines[i], Text = StrangeCell.Shortened(c.Text) })],
                StrangeCount = counted.Length,
                GapMarks = counted.Count(c => Numbers.GapMarks.Contains(c.Text)),
            },
        };
    }
}
