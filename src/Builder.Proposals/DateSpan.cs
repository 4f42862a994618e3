using System.Collections.Immutable;
using Builder.Datasets.Import;
using Builder.Proposals.Columns;

namespace Builder.Proposals;

/// <summary>Which time a column of dates spans.</summary>
/// <param name="First">The earliest date, as it is written.</param>
/// <param name="Last">The latest date, as it is written.</param>
/// <param name="Histogram">Rows in each of equally long periods.</param>
public sealed record DateSpan(string First, string Last, ImmutableArray<int> Histogram)
{
    private const int Periods = 20;

    /// <summary>Looks through a column; null where its texts are no dates.</summary>
    public static DateSpan? Of(RawColumn column)
    {
        if (column is not TextColumn texts || DateKeys.Days(texts) is not { } days || Array.TrueForAll(days, double.IsNaN))
        {
            return null;
        }

        var (first, last) = (-1, -1);
        for (var row = 0; row < days.Length; row++)
        {
            first = !double.IsNaN(days[row]) && (first < 0 || days[row] < days[first]) ? row : first;
            last = !double.IsNaN(days[row]) && (last < 0 || days[row] > days[last]) ? row : last;
        }

        var counts = new int[Periods];
        foreach (var day in days.Where(d => !double.IsNaN(d)))
        {
            var place = days[last] > days[first] ? (day - days[first]) / (days[last] - days[first]) * Periods : 0;
            counts[Math.Min((int)place, Periods - 1)]++;
        }

        return new DateSpan(texts[first]!, texts[last]!, [.. counts]);
    }
}
