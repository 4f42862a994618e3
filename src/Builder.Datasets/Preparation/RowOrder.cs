using Builder.Datasets.Columns;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>The order of the rows of a series, group after group.</summary>
/// <param name="Rows">For each place in memory the row of the table.</param>
/// <param name="GroupEnds">Where each group, or part of one up to a hole, ends (exclusive), rising; the last is the number of rows.</param>
internal sealed record RowOrder(int[] Rows, int[] GroupEnds)
{
    /// <summary>The order that the windows ask for; rows of equal place keep the order of the file.</summary>
    public static RowOrder Of(RawTable table, Windows? windows)
    {
        var rows = Enumerable.Range(0, table.RowCount).ToArray();
        if (windows is null)
        {
            return new RowOrder(rows, [rows.Length]);
        }
        var keys = windows.OrderBy is { } orderBy ? OrderKeys.Of(table, orderBy).Values : null;
        if (keys is not null)
        {
            rows = [.. rows.OrderBy(row => keys[row])];
        }
        var order = windows.GroupBy is { } groupBy ? Grouped(table, groupBy, rows) : new RowOrder(rows, [rows.Length]);
        return keys is not null && windows.LongestStep is { } longest ? order.BrokenAtHoles(keys, longest) : order;
    }

    /// <summary>The same order, with an end at every step that is longer than a window may take.</summary>
    private RowOrder BrokenAtHoles(double[] keys, double longest)
    {
        var ends = GroupEnds.ToHashSet();
        for (var place = 1; place < Rows.Length; place++)
        {
            if (keys[Rows[place]] - keys[Rows[place - 1]] > longest)
            {
                ends.Add(place);
            }
        }
        return this with { GroupEnds = [.. ends.Order()] };
    }

    private static RowOrder Grouped(RawTable table, string column, int[] rows)
    {
        var groups = RowGroups.Of(table, column);
        var ordered = rows.OrderBy(row => groups.Codes[row]).ToArray();
        var ends = new List<int>();
        for (var place = 1; place <= ordered.Length; place++)
        {
            if (place == ordered.Length || groups.Codes[ordered[place]] != groups.Codes[ordered[place - 1]])
            {
                ends.Add(place);
            }
        }
        return new RowOrder(ordered, [.. ends]);
    }
}

/// <summary>The different values of a column by which rows belong together.</summary>
/// <param name="Codes">For each row the number of its group.</param>
/// <param name="Count">How many groups there are.</param>
internal sealed record RowGroups(int[] Codes, int Count)
{
    /// <summary>Numbers the groups in the order in which they appear in the table.</summary>
    /// <exception cref="DataException">A row names no group.</exception>
    public static RowGroups Of(RawTable table, string column)
    {
        var texts = RawValues.Texts(table, column);
        var numberOf = new Dictionary<int, int>();
        var codes = new int[texts.Rows];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = texts.Codes[row];
            if (code == TextValues.Missing)
            {
                throw PreparationErrors.OrderMissing(table.Name, column, table.RowNumber(row));
            }
            if (!numberOf.TryGetValue(code, out var number))
            {
                number = numberOf.Count;
                numberOf.Add(code, number);
            }
            codes[row] = number;
        }
        return new RowGroups(codes, numberOf.Count);
    }
}
