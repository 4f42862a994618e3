using System.Runtime.CompilerServices;
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
/// <param name="Times">How the rows follow each other.</param>
internal sealed partial record SeriesOrder(string By, string? GroupBy, int Window, double? StepDays, SeriesTimes Times)
{
    /// <summary>Fewer rows are no series to learn from.</summary>
    private const int FewestRows = 60;

    /// <summary>A network should see at least so many windows.</summary>
    private const int RowsPerWindow = 8;

    private const int ShortestWindow = 3;

    /// <summary>A column that is no category tells series apart only where nearly every series has every time.</summary>
    private const double Spare = 1.5;

    /// <summary>The answer stays with the inspection: it is asked for at every look at a plan, mostly the same.</summary>
    private static readonly ConditionalWeakTable<SourceInspection, Answer> _last = [];

    /// <summary>The order of a table whose target is a number; null where its rows stand for themselves.</summary>
    public static SeriesOrder? Find(SourceInspection inspection, DataPlan plan) =>
        plan is { Target.Type: ColumnType.Number, Split.Way: SplitWay.Suitable } ? InTime(inspection, plan) : null;

    /// <summary>The order in time of a table's rows, whatever is predicted; null where there is none.</summary>
    public static SeriesOrder? InTime(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Source is not TableSource || inspection.Table.RowCount < FewestRows)
        {
            return null;
        }

        var of = string.Join('\n', plan.Columns.Select(c => $"{c.Name}\t{c.Type}\t{c.Use}"));
        if (_last.TryGetValue(inspection, out var known) && known.Of == of)
        {
            return known.Order;
        }

        var order = plan.Columns.Where(c => c.Use == ColumnUse.Input).Select(c => Try(inspection, plan, c)).FirstOrDefault(found => found is not null);
        _last.AddOrUpdate(inspection, new Answer(of, order));
        return order;
    }

    private static SeriesOrder? Try(SourceInspection inspection, DataPlan plan, ColumnChoice column)
    {
        if (Keys(inspection.Table, column) is not { } keys)
        {
            return null;
        }

        var isDate = column.Type == ColumnType.Date;
        var times = new RowTimes(keys);
        var alone = SeriesTimes.Of(times, null);
        if (alone.AreOrder)
        {
            return isDate && InterleavedSeries.Find(inspection, plan, column, times, alone) is { } mixed ? Of(column.Name, mixed.Column, mixed.Times, isDate, keys.Length / mixed.Series)
                : isDate || alone.IsOrderly ? Of(column.Name, null, alone, isDate, keys.Length) : null;
        }

        return !isDate ? null : plan.Columns
            .Where(c => c.Use != ColumnUse.Target && c.Name != column.Name)
            .OrderBy(c => (c.Use, c.Type) is (ColumnUse.Input, ColumnType.Category) ? 0 : 1)
            .Select(c => Apart(inspection, c, times) is { } apart ? Of(column.Name, c.Name, apart.Times, isDate, keys.Length / apart.Series) : null)
            .FirstOrDefault(found => found is not null);
    }

    private static SeriesOrder? Of(string by, string? groupBy, SeriesTimes times, bool isDate, int rowsOfOne)
    {
        double? step = isDate ? times.Step : null;
        var window = Math.Min(UsualWindow(step), rowsOfOne / RowsPerWindow);
        return window < ShortestWindow ? null : new SeriesOrder(by, groupBy, window, step, times);
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

    private static (SeriesTimes Times, int Series)? Apart(SourceInspection inspection, ColumnChoice column, RowTimes times)
    {
        var (rows, profile) = (times.Keys.Length, inspection.Profiles.First(p => p.Name == column.Name));
        var isCategory = column is { Use: ColumnUse.Input, Type: ColumnType.Category };
        if (profile.Missing > 0 || profile.Distinct < 2 || profile.Distinct > rows / (ShortestWindow * RowsPerWindow)
            || (!isCategory && profile.Distinct * (double)(times.Different + (times.Known.Length < rows ? 1 : 0)) > rows * Spare)
            || ValueCodes.Of(inspection.Table, column.Name) is not { } values)
        {
            return null;
        }

        var found = SeriesTimes.Of(times, values);
        return found.AreOrder ? (found, values.Count) : null;
    }

    [GeneratedRegex(@"^(time|timestamp|date|datetime|year|t|step|period|时间|日期|年份)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    private sealed record Answer(string Of, SeriesOrder? Order);
}
