using System.Text.RegularExpressions;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>What makes a table a series: the column that orders its rows.</summary>
/// <param name="By">The column.</param>
/// <param name="GroupBy">The column that keeps several series apart; null for a single one.</param>
/// <param name="Window">Rows that a network should look back at.</param>
/// <param name="StepDays">Usual distance of two rows in days; null where the order is a plain number.</param>
internal sealed partial record SeriesOrder(string By, string? GroupBy, int Window, double? StepDays)
{
    /// <summary>Fewer rows are no series to learn from.</summary>
    private const int FewestRows = 60;

    /// <summary>A network should see at least so many windows.</summary>
    private const int RowsPerWindow = 8;

    /// <summary>The order of a table whose target is a number; null where its rows stand for themselves.</summary>
    public static SeriesOrder? Find(SourceInspection inspection, DataPlan plan)
    {
        var applies = plan is { Source: TableSource, Target.Type: ColumnType.Number, Split.Way: SplitWay.Suitable } && inspection.Table.RowCount >= FewestRows;
        return !applies ? null : plan.Columns
            .Where(c => c.Use == ColumnUse.Input)
            .Select(c => Try(inspection, plan, c))
            .FirstOrDefault(order => order is not null);
    }

    private static SeriesOrder? Try(SourceInspection inspection, DataPlan plan, ColumnChoice column)
    {
        if (Keys(inspection.Table, column) is not { } keys || Array.Exists(keys, double.IsNaN))
        {
            return null;
        }

        var isDate = column.Type == ColumnType.Date;
        var dates = isDate ? inspection.Table.Find<TextColumn>(column.Name) : null;
        if (AreAllDifferent(keys))
        {
            return isDate || IsRising(keys) ? Of(column.Name, null, dates, keys.Length) : null;
        }

        var group = !isDate ? null : plan.Columns.FirstOrDefault(c => c.Use == ColumnUse.Input && c.Type == ColumnType.Category && KeepsApart(inspection.Table, c.Name, keys));
        return group is null ? null : Of(column.Name, group.Name, dates, keys.Length / Groups(inspection.Table, group.Name));
    }

    private static SeriesOrder? Of(string by, string? groupBy, TextColumn? dates, int rowsOfOne)
    {
        double? step = dates is null ? null : DateKeys.Step(dates);
        var window = Math.Min(UsualWindow(step), rowsOfOne / RowsPerWindow);
        return window < 3 ? null : new SeriesOrder(by, groupBy, window, step);
    }

    private static int UsualWindow(double? stepDays) => stepDays switch
    {
        null => 30,
        <= 0.06 => 48,
        <= 1.5 => 30,
        <= 8 => 26,
        <= 32 => 24,
        <= 100 => 12,
        _ => 10,
    };

    private static double[]? Keys(RawTable table, ColumnChoice column) => column.Type switch
    {
        ColumnType.Date => table.Find<TextColumn>(column.Name) is { } texts ? DateKeys.Days(texts) : null,
        ColumnType.Number when Clock().IsMatch(column.Name) => table.Find<NumberColumn>(column.Name)?.Values,
        _ => null,
    };

    private static bool AreAllDifferent(double[] keys) => keys.Distinct().Count() == keys.Length;

    private static bool IsRising(double[] keys)
    {
        for (var row = 1; row < keys.Length; row++)
        {
            if (keys[row] <= keys[row - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static bool KeepsApart(RawTable table, string column, double[] keys)
    {
        var seen = new HashSet<(string, double)>();
        var rows = keys.Length;
        for (var row = 0; row < rows; row++)
        {
            if (Name(table, column, row) is not { } name || !seen.Add((name, keys[row])))
            {
                return false;
            }
        }

        return true;
    }

    private static int Groups(RawTable table, string column) =>
        Enumerable.Range(0, table.RowCount).Select(row => Name(table, column, row)).Distinct().Count();

    private static string? Name(RawTable table, string column, int row) =>
        table.Find<TextColumn>(column) is { } texts ? texts[row] : table.Find<NumberColumn>(column) is { } numbers && !double.IsNaN(numbers.Values[row])
            ? numbers.Values[row].ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^(time|timestamp|date|datetime|year|t|step|period|时间|日期|年份)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
