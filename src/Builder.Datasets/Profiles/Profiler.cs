using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;

namespace Builder.Datasets.Profiles;

/// <summary>Sums up columns.</summary>
public static class Profiler
{
    private const int Bins = 20;
    private const int TopValues = 20;

    /// <summary>Sums up every column of a table; pictures by their number only.</summary>
    public static ImmutableArray<ColumnProfile> Profile(RawTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var scratch = new ProfileScratch();
        return [.. table.Columns.Select(column => Profile(column, scratch))];
    }

    /// <summary>Sums up one column.</summary>
    public static ColumnProfile Profile(RawColumn column) => Profile(column, new ProfileScratch());

    /// <summary>The same in memory that other columns were summed up in.</summary>
    internal static ColumnProfile Profile(RawColumn column, ProfileScratch scratch) => column switch
    {
        NumberColumn numbers => ProfileNumbers(numbers, scratch),
        TextColumn texts => ProfileTexts(texts, scratch),
        null => throw new ArgumentNullException(nameof(column)),
        _ => new ColumnProfile(column.Name, column.Count, 0, column.Count, null, []),
    };

    /// <summary>Sums up a column of several labels in a cell: its different values are the labels, and each counts in every row that has it.</summary>
    /// <param name="column">The column.</param>
    /// <param name="separator">What stands between labels, see <see cref="LabelText"/>.</param>
    public static ColumnProfile ProfileLabels(TextColumn column, string? separator)
    {
        ArgumentNullException.ThrowIfNull(column);
        var counts = LabelColumns.Count(column, separator);
        return new ColumnProfile(
            column.Name, column.Count, column.Codes.Count(code => code < 0), counts.Count, null,
            [.. counts.OrderByDescending(c => c.Value).Take(TopValues).Select(c => new ValueCount(c.Key, c.Value))]);
    }

    private static ColumnProfile ProfileNumbers(NumberColumn column, ProfileScratch scratch)
    {
        var sorted = scratch.Numbers(column.Count);
        var known = 0;
        foreach (var value in column.Values)
        {
            sorted[known] = value;
            known += double.IsNaN(value) ? 0 : 1;
        }

        sorted = sorted[..known];
        NumberSorting.Sort(sorted, scratch.Keys(known));
        var missing = column.Count - sorted.Length;
        if (sorted.IsEmpty)
        {
            return new ColumnProfile(column.Name, column.Count, missing, 0, null, []);
        }

        var distinct = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return new ColumnProfile(column.Name, column.Count, missing, distinct, Distribution(sorted), []);
    }

    private static NumberProfile Distribution(ReadOnlySpan<double> sorted)
    {
        var scale = Math.Max(1, Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1])));
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in sorted)
        {
            sum += value / scale;
        }

        var mean = sum / sorted.Length;
        foreach (var value in sorted)
        {
            squares += ((value / scale) - mean) * ((value / scale) - mean);
        }

        var quantiles = ImmutableArray.CreateBuilder<double>();
        foreach (var place in NumberProfile.QuantilePlaces)
        {
            quantiles.Add(Quantile(sorted, place));
        }

        return new NumberProfile(sorted[0], sorted[^1], mean * scale, Math.Sqrt(squares / sorted.Length) * scale, quantiles.ToImmutable(), Histogram(sorted));
    }

    /// <summary>The value at a place of sorted ones, between neighbours in proportion (as numpy.quantile does).</summary>
    /// <param name="sorted">One value or more, the smallest first.</param>
    /// <param name="place">0 for the smallest, 1 for the largest.</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double place)
    {
        var exact = place * (sorted.Length - 1);
        var below = (int)exact;
        var above = Math.Min(below + 1, sorted.Length - 1);
        var share = exact - below;
        return (sorted[below] * (1 - share)) + (sorted[above] * share);
    }

    private static ImmutableArray<int> Histogram(ReadOnlySpan<double> sorted)
    {
        var counts = new int[Bins];
        var (first, last) = (sorted[0], sorted[^1]);
        foreach (var value in sorted)
        {
            var place = last == first ? 0 : ((value / 2) - (first / 2)) / ((last / 2) - (first / 2)) * Bins;
            counts[Math.Min((int)place, Bins - 1)]++;
        }

        return [.. counts];
    }

    private static ColumnProfile ProfileTexts(TextColumn column, ProfileScratch scratch)
    {
        var counts = scratch.Counts(column.Entries.Length);
        var missing = 0;
        foreach (var code in column.Codes)
        {
            if (code < 0)
            {
                missing++;
            }
            else
            {
                counts[code]++;
            }
        }

        var distinct = counts.Length - counts.Count(0);
        return new ColumnProfile(column.Name, column.Count, missing, distinct, null, [.. Most(counts).Select(c => new ValueCount(column.Entries[c.Code], c.Count))]);
    }

    /// <summary>The codes that occur most often, of equally many those that appeared first.</summary>
    private static List<(int Code, int Count)> Most(ReadOnlySpan<int> counts)
    {
        var most = new List<(int Code, int Count)>(TopValues + 1);
        for (var code = 0; code < counts.Length; code++)
        {
            var count = counts[code];
            if (count == 0 || (most.Count == TopValues && count <= most[^1].Count))
            {
                continue;
            }

            var place = most.Count;
            while (place > 0 && most[place - 1].Count < count)
            {
                place--;
            }

            most.Insert(place, (code, count));
            if (most.Count > TopValues)
            {
                most.RemoveAt(TopValues);
            }
        }

        return most;
    }
}
