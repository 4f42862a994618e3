using Builder.Datasets.Columns;

namespace Builder.Proposals.Columns;

/// <summary>Dates of a column as days, for questions about their order.</summary>
internal static class DateKeys
{
    /// <summary>Days since the year 1 for each row, NaN where a date is missing; null where the texts are no dates.</summary>
    public static double[]? Days(TextColumn column)
    {
        if (DateText.Detect(column.Entries) is not { } order)
        {
            return null;
        }

        var days = Array.ConvertAll(column.Entries, text => DateText.TryParse(text, order, out var date) ? date.Ticks / (double)TimeSpan.TicksPerDay : double.NaN);
        return Array.ConvertAll(column.Codes, code => code == TextColumn.Missing ? double.NaN : days[code]);
    }

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
}
