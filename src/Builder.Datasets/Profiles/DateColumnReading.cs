using Builder.Datasets.Changes;
using Builder.Datasets.Columns;
using Builder.Datasets.Readings;
using Builder.Graph.Data;

namespace Builder.Datasets.Profiles;

/// <summary>Finds the columns of dates among those of a table that is looked at for the first time.</summary>
internal sealed class DateColumnReading(TableDates dates, TableSource source, RowChanges? changes)
{
    /// <summary>
    /// Reads columns of texts that are dates as such. Where day and month of one cannot be told apart, the others tell: one hand has written them all.
    /// </summary>
    /// <param name="columns">All columns; those of dates are replaced.</param>
    /// <param name="digits">Places of columns that are dates written as digits.</param>
    /// <returns>The source, which says how each column writes its dates where a cell alone does not tell.</returns>
    public TableSource Read(RawColumn[] columns, IReadOnlySet<int> digits)
    {
        var texts = Enumerable.Range(0, columns.Length).Where(i => columns[i] is TextColumn).ToDictionary(i => i, i => (TextColumn)columns[i]);
        foreach (var (place, column) in texts)
        {
            columns[place] = dates.Read(column, source.DateOrderOf(column.Name) ?? (digits.Contains(place) ? DateOrder.YearFirst : null), Replaced(column));
        }

        var clear = texts.Keys.Select(i => ((TextColumn)columns[i]).Dates)
            .Where(d => d is { NeedsOrder: true, Other: null, Order: DateOrder.DayFirst or DateOrder.MonthFirst }).Select(d => d!.Order).Distinct().ToArray();
        if (clear is [var neighbours])
        {
            foreach (var (place, column) in texts.Where(t => ((TextColumn)columns[t.Key]).Dates?.Other is not null && source.DateOrderOf(t.Value.Name) is null))
            {
                columns[place] = dates.Read(column, null, Replaced(column), neighbours);
            }
        }

        var found = columns.OfType<TextColumn>().Where(c => c.Dates is { NeedsOrder: true } && source.DateOrderOf(c.Name) is null).ToArray();
        return found.Length == 0 ? source : source with { DateOrders = (source.DateOrders ?? TableSource.NoDateOrders).AddRange(found.Select(c => KeyValuePair.Create(c.Name, c.Dates!.Order))) };
    }

    private Func<int, bool>? Replaced(TextColumn column) => ChangedRows.Replaced(changes, column.Name);
}
