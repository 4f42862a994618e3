using Builder.Datasets.Columns;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Keeps the rows that a data set selects.</summary>
internal static class RowSelector
{
    public static RawTable Select(RawTable table, DataSet dataSet)
    {
        var selection = dataSet.Rows;
        if (selection is null || (selection.Where.IsEmpty && selection.Complete.IsEmpty && !selection.Distinct && (selection.Limit ?? long.MaxValue) >= table.RowCount))
        {
            return table;
        }

        var conditions = selection.Where.Select(c => Accepted(table, c)).ToArray();
        var complete = selection.Complete.SelectMany(name => Present(table, name)).ToArray();
        // Which rows are the first of their kind is known only when all have been looked at.
        var enough = selection.Distinct ? long.MaxValue : selection.Limit ?? long.MaxValue;
        var rows = new List<int>();
        for (var row = 0; row < table.RowCount && rows.Count < enough; row++)
        {
            if (conditions.All(c => c.Codes[row] is var code && code >= 0 && c.IsAccepted[code])
                && complete.All(isPresent => isPresent(row)))
            {
                rows.Add(row);
            }
        }

        var chosen = table.Select([.. rows]);
        return selection.Distinct ? Different(chosen, dataSet, selection.Limit ?? long.MaxValue) : chosen;
    }

    // A cell that is no number has a text and is missing all the same where the column is one of numbers.
    private static IEnumerable<Func<int, bool>> Present(RawTable table, string name)
    {
        if (table.Find<NumberColumn>(name) is { } numbers)
        {
            yield return row => !double.IsNaN(numbers.Values[row]);
        }

        if (table.Find<TextColumn>(name) is { } texts)
        {
            yield return row => texts.Codes[row] != TextColumn.Missing;
        }
    }

    private static RawTable Different(RawTable table, DataSet dataSet, long limit)
    {
        var first = RowTwins.FirstOf(table, RowTwins.Columns(dataSet));
        return table.Select([.. Enumerable.Range(0, table.RowCount).Where(row => first[row] == row).Take((int)Math.Min(limit, table.RowCount))]);
    }

    private static (int[] Codes, bool[] IsAccepted) Accepted(RawTable table, RowCondition condition)
    {
        var column = RawValues.Texts(table, condition.Column);
        var wanted = condition.In.ToHashSet(StringComparer.Ordinal);
        return (column.Codes, [.. column.Entries.Select(wanted.Contains)]);
    }
}
