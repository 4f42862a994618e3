using Builder.Datasets.Columns;

namespace Builder.Datasets.Transforms;

/// <summary>Reads a column of dates that all keep to one order of day, month and year.</summary>
internal static class DateReading
{
    /// <summary>The order in which all of the texts can be read, else the one in which most can.</summary>
    public static DateOrder OrderOf(IReadOnlyCollection<string> texts) =>
        DateText.Detect(texts) ?? Enum.GetValues<DateOrder>().MaxBy(order => texts.Count(text => Days(text, order) is not null));

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
