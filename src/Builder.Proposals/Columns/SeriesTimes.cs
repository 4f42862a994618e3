using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets.Columns;

namespace Builder.Proposals.Columns;

/// <summary>A stretch of a series in which rows are missing.</summary>
/// <param name="After">The last row before it, a place in the table from 0.</param>
/// <param name="Length">From that row to the next, in days or in units of the ordering number.</param>
internal sealed record SeriesHole(int After, double Length);

/// <summary>How the times of a table's rows follow each other, series by series.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Missing">Rows that have no time.</param>
/// <param name="Repeats">Rows whose series has their time already, rising.</param>
/// <param name="Step">The usual step; 0 where there is none.</param>
/// <param name="IsOrderly">True where the file has the rows of each series in the order of their times, oldest or newest first.</param>
/// <param name="IsRegular">True where most steps are alike and nearly all others recur, as weekends do.</param>
/// <param name="Holes">Steps that are clearly longer than what is usual, in the order of the series; none in an irregular one, which has no usual step.</param>
/// <param name="LongestStep">The longest step that is no hole; null in an irregular series.</param>
internal sealed record SeriesTimes(
    int Rows, int Missing, ImmutableArray<int> Repeats, double Step, bool IsOrderly, bool IsRegular, ImmutableArray<SeriesHole> Holes, double? LongestStep)
{
    /// <summary>Of the rows, so many may repeat a time or have none before the column is no order at all.</summary>
    private const double MostOdd = 0.05;

    /// <summary>Steps within these factors of the usual one count as it: months have 28 to 31 days.</summary>
    private const double LeastUsual = 0.8;
    private const double MostUsual = 1.25;

    private const double UsualShare = 0.5;
    private const double RecurringShare = 0.8;
    private const double ShareThatRecurs = 0.02;
    private const int TimesThatRecur = 3;

    /// <summary>A hole is longer than so many usual steps, and than so many times the longest step that recurs.</summary>
    private const double UsualSteps = 3.5;
    private const double RecurringSteps = 2.2;

    /// <summary>True where the times order the rows: few are odd, and they follow a beat or at least the file.</summary>
    public bool AreOrder => Missing <= Rows * MostOdd && Repeats.Length <= Rows * MostOdd && (IsOrderly || IsRegular);

    /// <summary>Looks through the times. Where too many are missing or repeated to order the rows, nothing more is found out.</summary>
    /// <param name="times">The time of each row.</param>
    /// <param name="series">The series of each row; null for a single one.</param>
    public static SeriesTimes Of(RowTimes times, ValueCodes? series)
    {
        var (rows, known) = (times.Keys.Length, times.Known.Length);
        var none = new SeriesTimes(rows, rows - known, [], 0, false, false, [], null);

        // So many repeats there are at least, whichever rows are in which series.
        if (rows - known > rows * MostOdd || known - ((long)times.Different * (series?.Count ?? 1)) > rows * MostOdd)
        {
            return none;
        }

        var (keys, sorted) = (times.Keys, times.InSeries(series));
        var repeats = new List<int>();
        for (var place = 1; place < sorted.Length; place++)
        {
            if (IsOfOne(series, sorted[place - 1], sorted[place]) && keys[sorted[place]] == keys[sorted[place - 1]])
            {
                repeats.Add(sorted[place]);
            }
        }

        if (repeats.Count > rows * MostOdd)
        {
            return none;
        }

        var steps = new List<(int After, double Length)>(sorted.Length);
        for (var place = 1; place < sorted.Length; place++)
        {
            var (before, row) = (sorted[place - 1], sorted[place]);
            if (IsOfOne(series, before, row) && keys[row] != keys[before])
            {
                steps.Add((before, keys[row] - keys[before]));
            }
        }

        var found = none with { Repeats = [.. repeats.Order()], IsOrderly = IsInOrder(times, series) };
        return steps.Count == 0 ? found : found.WithSteps(steps);
    }

    private static bool IsOfOne(ValueCodes? series, int before, int row) => series is null || series.Codes[before] == series.Codes[row];

    private SeriesTimes WithSteps(List<(int After, double Length)> steps)
    {
        var usual = steps.Select(s => s.Length).Order().ElementAt(steps.Count / 2);
        var likeUsual = steps.Count(s => s.Length >= usual * LeastUsual && s.Length <= usual * MostUsual);
        var recurring = steps.CountBy(s => Math.Round(s.Length / usual))
            .Where(c => c.Key <= 1 || c.Value >= Math.Max(TimesThatRecur, steps.Count * ShareThatRecurs)).ToArray();
        var isRegular = likeUsual >= steps.Count * UsualShare && recurring.Sum(c => c.Value) >= steps.Count * RecurringShare;
        if (!isRegular)
        {
            return this with { Step = usual };
        }

        var longest = Rounded(Math.Max(usual * UsualSteps, recurring.Max(c => c.Key) * usual * RecurringSteps));
        return this with
        {
            Step = usual, IsRegular = true, LongestStep = longest,
            Holes = [.. steps.Where(s => s.Length > longest).Select(s => new SeriesHole(s.After, s.Length))],
        };
    }

    /// <summary>A number that people can read: it stands in the project file.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static bool IsInOrder(RowTimes times, ValueCodes? series)
    {
        var (rises, falls) = (true, true);
        var last = new double[series?.Count ?? 1];
        Array.Fill(last, double.NaN);
        foreach (var row in times.Known)
        {
            ref var before = ref last[series?.Codes[row] ?? 0];
            rises &= !(times.Keys[row] < before);
            falls &= !(times.Keys[row] > before);
            before = times.Keys[row];
            if (!rises && !falls)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The times of a table's rows, brought into their order once for all columns that may name series.</summary>
internal sealed class RowTimes
{
    private readonly int[] _sorted;

    /// <summary>Sorts them.</summary>
    /// <param name="keys">The time of each row, NaN where it is missing.</param>
    public RowTimes(double[] keys)
    {
        Keys = keys;
        Known = [.. Enumerable.Range(0, keys.Length).Where(row => !double.IsNaN(keys[row]))];
        var sorted = Array.ConvertAll(Known, row => keys[row]);
        _sorted = Known;
        if (!IsRising(sorted))
        {
            _sorted = (int[])Known.Clone();
            RowSorting.Sort(sorted, _sorted);
        }

        for (var place = 0; place < sorted.Length; place++)
        {
            Different += place == 0 || sorted[place] != sorted[place - 1] ? 1 : 0;
        }
    }

    /// <summary>The time of each row, NaN where it is missing.</summary>
    public double[] Keys { get; }

    /// <summary>The rows that have one, in the order of the table.</summary>
    public int[] Known { get; }

    /// <summary>How many different times there are.</summary>
    public int Different { get; }

    /// <summary>The rows that have a time, series by series, in the order of their times; those of one time in the order of the table.</summary>
    /// <param name="series">The series of each row, none of them missing; null for a single one.</param>
    public int[] InSeries(ValueCodes? series)
    {
        if (series is null)
        {
            return _sorted;
        }

        var next = new int[series.Count + 1];
        foreach (var row in _sorted)
        {
            next[series.Codes[row] + 1]++;
        }

        for (var one = 1; one < next.Length; one++)
        {
            next[one] += next[one - 1];
        }

        var rows = new int[_sorted.Length];
        foreach (var row in _sorted)
        {
            rows[next[series.Codes[row]]++] = row;
        }

        return rows;
    }

    private static bool IsRising(double[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
