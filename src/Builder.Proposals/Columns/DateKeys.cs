using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Dates of a column as days, for questions about their order.</summary>
internal static class DateKeys
{
    /// <summary>An hour less one millisecond may be an hour that a day's fraction could not hold.</summary>
    private const double Rounding = 1e-6;

    /// <summary>How a column writes its dates; null where its texts are none.</summary>
    public static DateOrder? OrderOf(TextColumn column) => (column.Dates ?? DateColumns.Look(column, given: null))?.Order;

    /// <summary>Days since the year 1 for each row, NaN where a date is missing; null where the texts are no dates of a calendar but, for example, times of day.</summary>
    public static double[]? Days(TextColumn column) => OrderOf(column) is { } order and not (DateOrder.TimeOfDay or DateOrder.NoYear) ? DaysIn(column, order) : null;

    /// <summary>Usual distance of two neighbouring dates in days; 0 where there is only one.</summary>
    public static double Step(TextColumn column)
    {
        var sorted = (Days(column) ?? []).Where(d => !double.IsNaN(d)).Distinct().Order().ToArray();
        var steps = sorted.Skip(1).Zip(sorted, (later, earlier) => later - earlier).Order().ToArray();
        return steps.Length == 0 ? 0 : steps[steps.Length / 2];
    }

    /// <summary>Which calendar a column spans.</summary>
    /// <param name="column">The column.</param>
    /// <returns>Days from the first to the last date; 0 where there are none.</returns>
    public static double Span(TextColumn column)
    {
        var known = (Days(column) ?? []).Where(d => !double.IsNaN(d)).ToArray();
        return known.Length == 0 ? 0 : known.Max() - known.Min();
    }

    /// <summary>Whether the hours of the day differ.</summary>
    public static bool HoursDiffer(TextColumn column) =>
        (Days(column) ?? []).Where(d => !double.IsNaN(d)).Select(d => (int)(((d - Math.Floor(d)) * 24) + Rounding) % 24).Distinct().Skip(1).Any();

    private static double[] DaysIn(TextColumn column, DateOrder order)
    {
        var days = Array.ConvertAll(column.Entries, text => DateText.TryParse(text, order, out var date) ? date.Ticks / (double)TimeSpan.TicksPerDay : double.NaN);
        return Array.ConvertAll(column.Codes, code => code == TextColumn.Missing ? double.NaN : days[code]);
    }
}
