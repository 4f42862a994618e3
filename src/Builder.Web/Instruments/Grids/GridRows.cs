namespace Builder.Web.Instruments.Grids;

/// <summary>Sorts, filters and searches rows that are all in memory, as their columns say.</summary>
public static class GridRows
{
    /// <summary>The rows that a person wants to see, in their order. What is missing comes last either way; equals stay as they were.</summary>
    public static IReadOnlyList<TRow> Of<TRow>(IEnumerable<TRow> rows, IReadOnlyList<GridColumn<TRow>> columns, GridView view)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(view);
        foreach (var (id, typed) in view.Filters)
        {
            if (columns.FirstOrDefault(c => c.Id == id) is { } filtered && Condition(filtered, typed) is { } meets)
            {
                rows = rows.Where(meets);
            }
        }

        if (view.Search.Trim() is { Length: > 0 } wanted)
        {
            rows = rows.Where(row => columns.Any(c => c.TextOf(row)?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true));
        }

        return columns.FirstOrDefault(c => c.Id == view.Sort?.Column) is { } column ? Sorted(rows, column, view.Sort!.Descending) : [.. rows];
    }

    private static Func<TRow, bool>? Condition<TRow>(GridColumn<TRow> column, string typed)
    {
        switch (column.Kind)
        {
            case GridKind.Choice:
                return row => column.ValueOf(row) == typed;
            case GridKind.Text:
                var holds = GridCondition.OfText(typed);
                return row => holds(column.TextOf(row));
            default:
                return GridCondition.OfNumber(typed, column.Kind) is { } within ? row => within(column.NumberOf(row)) : null;
        }
    }

    private static TRow[] Sorted<TRow>(IEnumerable<TRow> rows, GridColumn<TRow> column, bool descending)
    {
        if (column.Kind is GridKind.Number or GridKind.Date)
        {
            var known = rows.OrderBy(row => double.IsNaN(column.NumberOf(row)));
            return [.. descending ? known.ThenByDescending(column.NumberOf) : known.ThenBy(column.NumberOf)];
        }

        var named = rows.OrderBy(row => column.TextOf(row) is null);
        return [.. descending ? named.ThenByDescending(column.TextOf, StringComparer.OrdinalIgnoreCase) : named.ThenBy(column.TextOf, StringComparer.OrdinalIgnoreCase)];
    }
}
