using System.Collections.Immutable;
using System.Globalization;

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

    /// <summary>Looks through the times.</summary>
    /// <param name="keys">The time of each row, NaN where it is missing.</param>
    /// <param name="series">The series of each row; null for a single one.</param>
    public static SeriesTimes Of(double[] keys, int[]? series)
    {
        var known = Enumerable.Range(0, keys.Length).Where(row => !double.IsNaN(keys[row])).ToArray();
        var sorted = known.OrderBy(row => series?[row] ?? 0).ThenBy(row => keys[row]).ToArray();
        var (repeats, steps) = (new List<int>(), new List<(int After, double Length)>());
        for (var place = 1; place < sorted.Length; place++)
        {
            var (before, row) = (sorted[place - 1], sorted[place]);
            if (series is not null && series[before] != series[row])
            {
                continue;
            }

            if (keys[row] == keys[before])
            {
                repeats.Add(row);
            }
            else
            {
                steps.Add((before, keys[row] - keys[before]));
            }
        }

        var isOrderly = IsInOrder(keys, series, known);
        var times = new SeriesTimes(keys.Length, keys.Length - known.Length, [.. repeats.Order()], 0, isOrderly, false, [], null);
        return steps.Count == 0 ? times : times.WithSteps(steps);
    }

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

    private static bool IsInOrder(double[] keys, int[]? series, int[] known)
    {
        var (rises, falls) = (true, true);
        var last = new Dictionary<int, double>();
        foreach (var row in known)
        {
            var one = series?[row] ?? 0;
            if (last.TryGetValue(one, out var before))
            {
                rises &= keys[row] >= before;
                falls &= keys[row] <= before;
            }

            last[one] = keys[row];
        }

        return rises || falls;
    }
}
