using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>Reads a column of dates that all keep to one order of day, month and year.</summary>
internal static class DateReading
{
    /// <summary>The order in which nearly all of the texts can be read, else the one in which most can; where none can, what they may count.</summary>
    public static DateOrder OrderOf(IReadOnlyCollection<string> texts)
    {
        if (DateColumns.Look(new TextColumn("", [.. texts]), given: null) is { } found)
        {
            return found.Order;
        }

        var best = Enum.GetValues<DateOrder>().Where(o => o < DateOrder.ExcelDays).Select(order => (Order: order, Fitting: texts.Count(text => Days(text, order) is not null))).MaxBy(o => o.Fitting);
        return best.Fitting > 0 ? best.Order : DateCounts.ByRange(texts) ?? best.Order;
    }

    /// <summary>The moment in days since 1970-01-01, or null where the text cannot be read in this order.</summary>
    public static double? Days(string text, DateOrder order) =>
        DateText.TryParse(text, order, out var moment) ? Moments.FromDateTime(moment) : null;
}

/// <summary>Moments counted in days since 1970-01-01.</summary>
internal static class Moments
{
    /// <summary>The moment of a day number, to the millisecond.</summary>
    public static DateTime ToDateTime(double days) =>
        DateTime.UnixEpoch.AddTicks((long)Math.Round(days * MillisecondsPerDay) * TimeSpan.TicksPerMillisecond);

    /// <summary>The day number of a moment.</summary>
    public static double FromDateTime(DateTime moment) => (moment - DateTime.UnixEpoch).Ticks / (double)TimeSpan.TicksPerDay;

    private const double MillisecondsPerDay = 86_400_000;
}
