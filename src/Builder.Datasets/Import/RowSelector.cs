using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Keeps the rows that a data set selects.</summary>
internal static class RowSelector
{
    public static RawTable Select(RawTable table, RowSelection? selection)
    {
        if (selection is null || (selection.Where.IsEmpty && selection.Complete.IsEmpty && (selection.Limit ?? long.MaxValue) >= table.RowCount))
        {
            return table;
        }

        var conditions = selection.Where.Select(c => Accepted(table, c)).ToArray();
        var complete = selection.Complete.Select(name => table.Get<TextColumn>(name).Codes).ToArray();
        var limit = Math.Min(selection.Limit ?? long.MaxValue, table.RowCount);
        var rows = new List<int>();
        for (var row = 0; row < table.RowCount && rows.Count < limit; row++)
        {
            if (conditions.All(c => c.Codes[row] is var code && code >= 0 && c.IsAccepted[code])
                && complete.All(codes => codes[row] != TextColumn.Missing))
            {
                rows.Add(row);
            }
        }

        return table.Select([.. rows]);
    }

    private static (int[] Codes, bool[] IsAccepted) Accepted(RawTable table, RowCondition condition)
    {
        var column = table.Get<TextColumn>(condition.Column);
        var wanted = condition.In.ToHashSet(StringComparer.Ordinal);
        return (column.Codes, [.. column.Entries.Select(wanted.Contains)]);
    }
}
