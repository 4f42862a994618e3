using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>
/// Several series whose times lie between each other's, such as a shop that reports on the hour and one at half past: together they look like one series with shorter
/// steps, and a model would look back at the other shop.
/// </summary>
/// <param name="Column">The column that names the series.</param>
/// <param name="Series">How many there are.</param>
/// <param name="Times">How the rows of each follow each other.</param>
internal sealed record InterleavedSeries(string Column, int Series, SeriesTimes Times)
{
    private const int FewestRowsOfOne = 24;
    private const int MostSeries = 50;

    /// <summary>Each series reaches over at least this share of the whole time: phases that follow each other are one series.</summary>
    private const double LeastSpan = 0.5;

    /// <summary>Apart, the usual step is at least so many times what it is together.</summary>
    private const double LongerStep = 1.4;

    /// <summary>A column that follows from the calendar in so many rows, such as the weekday, names no series.</summary>
    private const double FollowsFromCalendar = 0.98;

    private static readonly Func<DateTime, int>[] s_calendar =
        [t => (int)t.DayOfWeek, t => t.Month, t => t.Day, t => t.Hour, t => t.DayOfYear, t => t.Year, t => ((int)t.DayOfWeek * 24) + t.Hour];

    /// <summary>The column that names the series; null where the rows are one series.</summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned.</param>
    /// <param name="by">The column of the times.</param>
    /// <param name="times">The time of each row in days.</param>
    /// <param name="together">How all rows follow each other.</param>
    public static InterleavedSeries? Find(SourceInspection inspection, DataPlan plan, ColumnChoice by, RowTimes times, SeriesTimes together) => plan.Columns
        .Where(c => c is { Use: ColumnUse.Input, Type: ColumnType.Category } && c.Name != by.Name)
        .Select(c => Try(inspection, c.Name, times, together)).FirstOrDefault(found => found is not null);

    // What follows from the calendar takes longest to find out, and is asked last.
    private static InterleavedSeries? Try(SourceInspection inspection, string column, RowTimes times, SeriesTimes together)
    {
        var (keys, profile) = (times.Keys, inspection.Profiles.First(p => p.Name == column));
        if (profile.Missing > 0 || profile.Distinct is < 2 or > MostSeries || keys.Length / profile.Distinct < FewestRowsOfOne
            || ValueCodes.Of(inspection.Table, column) is not { } values || !AreSideBySide(keys, values))
        {
            return null;
        }

        var apart = SeriesTimes.Of(times, values);
        return apart is { AreOrder: true, IsRegular: true } && apart.Step >= together.Step * LongerStep && !s_calendar.Any(part => Follows(keys, values.Codes, part))
            ? new(column, values.Count, apart) : null;
    }

    private static bool AreSideBySide(double[] keys, ValueCodes values)
    {
        var (first, last) = (new double[values.Count], new double[values.Count]);
        Array.Fill(first, double.PositiveInfinity);
        Array.Fill(last, double.NegativeInfinity);
        for (var row = 0; row < keys.Length; row++)
        {
            if (!double.IsNaN(keys[row]))
            {
                ref var from = ref first[values.Codes[row]];
                ref var to = ref last[values.Codes[row]];
                (from, to) = (Math.Min(from, keys[row]), Math.Max(to, keys[row]));
            }
        }

        var whole = last.Max() - first.Min();
        return first.Zip(last).All(span => span.Second - span.First >= whole * LeastSpan);
    }

    private static bool Follows(double[] keys, int[] codes, Func<DateTime, int> part)
    {
        var counts = keys.Select((key, row) => (Key: key, Code: codes[row])).Where(r => !double.IsNaN(r.Key))
            .CountBy(r => (Part: part(new DateTime((long)Math.Round(r.Key * TimeSpan.TicksPerDay))), r.Code)).ToArray();
        return counts.GroupBy(c => c.Key.Part).Sum(g => g.Max(c => c.Value)) >= counts.Sum(c => c.Value) * FollowsFromCalendar
            && counts.Select(c => c.Key.Part).Distinct().Count() > 1;
    }
}

/// <summary>Times of which nearly every one occurs equally often, while no column tells the rows of one moment apart.</summary>
/// <param name="By">The column of the times.</param>
/// <param name="Each">How many rows each time has.</param>
internal sealed record NamelessSeries(string By, int Each)
{
    private const int FewestTimes = 30;
    private const double NearlyAll = 0.9;

    /// <summary>Finds them in a table that is no series; null where there are none.</summary>
    public static NamelessSeries? Find(SourceInspection inspection, DataPlan plan) => plan is not { Target.Type: ColumnType.Number, Split.Way: SplitWay.Suitable } ? null : plan.Columns
        .Where(c => c is { Use: ColumnUse.Input, Type: ColumnType.Date })
        .Select(c => inspection.Table.Find<Datasets.Columns.TextColumn>(c.Name) is { } texts && DateKeys.Days(texts) is { } keys ? Try(c.Name, keys) : null)
        .FirstOrDefault(found => found is not null);

    private static NamelessSeries? Try(string name, double[] keys)
    {
        var counts = keys.Where(k => !double.IsNaN(k)).CountBy(k => k).OrderBy(c => c.Key).ToArray();
        if (counts.Length < FewestTimes)
        {
            return null;
        }

        var usual = counts.CountBy(c => c.Value).MaxBy(c => c.Value);
        return usual.Key > 1 && usual.Value >= counts.Length * NearlyAll && SeriesTimes.Of(new RowTimes([.. counts.Select(c => c.Key)]), null).IsRegular ? new(name, usual.Key) : null;
    }
}
