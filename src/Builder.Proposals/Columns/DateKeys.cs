using System.Runtime.CompilerServices;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Dates of a column as days, for questions about their order.</summary>
internal static class DateKeys
{
    /// <summary>An hour less one millisecond may be an hour that a day's fraction could not hold.</summary>
    private const double Rounding = 1e-6;

    /// <summary>The answers stay with the column: every look at a plan asks again.</summary>
    private static readonly ConditionalWeakTable<TextColumn, Facts> s_facts = [];

    /// <summary>How a column writes its dates; null where its texts are none.</summary>
    public static DateOrder? OrderOf(TextColumn column) => (column.Dates ?? DateColumns.Look(column, given: null))?.Order;

    /// <summary>Days since the year 1 for each row, NaN where a date is missing; null where the texts are no dates of a calendar but, for example, times of day.</summary>
    public static double[]? Days(TextColumn column) => OrderOf(column) is { } order and not (DateOrder.TimeOfDay or DateOrder.NoYear) ? DaysIn(column, order) : null;

    /// <summary>Usual distance of two neighbouring dates in days; 0 where there is only one.</summary>
    public static double Step(TextColumn column) => FactsOf(column).Step;

    /// <summary>Which calendar a column spans.</summary>
    /// <param name="column">The column.</param>
    /// <returns>Days from the first to the last date; 0 where there are none.</returns>
    public static double Span(TextColumn column) => FactsOf(column).Span;

    /// <summary>Whether the hours of the day differ.</summary>
    public static bool HoursDiffer(TextColumn column) => FactsOf(column).HoursDiffer;

    private static double[] DaysIn(TextColumn column, DateOrder order)
    {
        var days = DaysOfEntries(column, order);
        return Array.ConvertAll(column.Codes, code => code == TextColumn.Missing ? double.NaN : days[code]);
    }

    private static double[] DaysOfEntries(TextColumn column, DateOrder order) =>
        column.Entries.ConvertAll(text => DateText.TryParse(text, order, out var date) ? date.Ticks / (double)TimeSpan.TicksPerDay : double.NaN);

    private static Facts FactsOf(TextColumn column) => s_facts.GetValue(column, Look);

    private static Facts Look(TextColumn column)
    {
        if (OrderOf(column) is not { } order || order is DateOrder.TimeOfDay or DateOrder.NoYear)
        {
            return new Facts(0, 0, false);
        }

        // Rows of the same date say the same; a text may have no row any more.
        var isUsed = new bool[column.Entries.Length];
        foreach (var code in column.Codes)
        {
            if (code != TextColumn.Missing)
            {
                isUsed[code] = true;
            }
        }

        double[] sorted = [.. DaysOfEntries(column, order).Where((day, entry) => isUsed[entry] && !double.IsNaN(day)).Distinct().Order()];
        double[] steps = [.. sorted.Skip(1).Zip(sorted, (later, earlier) => later - earlier).Order()];
        return new Facts(
            steps.Length == 0 ? 0 : steps[steps.Length / 2],
            sorted.Length == 0 ? 0 : sorted[^1] - sorted[0],
            sorted.Select(d => (int)(((d - Math.Floor(d)) * 24) + Rounding) % 24).Distinct().Skip(1).Any());
    }

    private sealed record Facts(double Step, double Span, bool HoursDiffer);
}
