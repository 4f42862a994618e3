namespace Builder.Datasets.Transforms;

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
