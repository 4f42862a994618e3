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
        return [.. table.Columns.Select(Profile)];
    }

    /// <summary>Sums up one column.</summary>
    public static ColumnProfile Profile(RawColumn column) => column switch
    {
        NumberColumn numbers => ProfileNumbers(numbers),
        TextColumn texts => ProfileTexts(texts),
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

    private static ColumnProfile ProfileNumbers(NumberColumn column)
    {
        var sorted = Array.FindAll(column.Values, v => !double.IsNaN(v));
        NumberSorting.Sort(sorted);
        var missing = column.Count - sorted.Length;
        if (sorted.Length == 0)
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

    private static NumberProfile Distribution(double[] sorted)
    {
        var scale = Math.Max(1, Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1])));
        var mean = sorted.Sum(v => v / scale) / sorted.Length;
        var deviation = Math.Sqrt(sorted.Sum(v => ((v / scale) - mean) * ((v / scale) - mean)) / sorted.Length);
        return new NumberProfile(
            sorted[0],
            sorted[^1],
            mean * scale,
            deviation * scale,
            [.. NumberProfile.QuantilePlaces.Select(p => Quantile(sorted, p))],
            Histogram(sorted));
    }

    private static double Quantile(double[] sorted, double place)
    {
        var exact = place * (sorted.Length - 1);
        var below = (int)exact;
        var above = Math.Min(below + 1, sorted.Length - 1);
        var share = exact - below;
        return (sorted[below] * (1 - share)) + (sorted[above] * share);
    }

    private static ImmutableArray<int> Histogram(double[] sorted)
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

    private static ColumnProfile ProfileTexts(TextColumn column)
    {
        var counts = new int[column.Entries.Length];
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

        var used = counts.Select((count, code) => (Count: count, Code: code)).Where(c => c.Count > 0).ToArray();
        var top = used.OrderByDescending(c => c.Count).ThenBy(c => c.Code).Take(TopValues);
        return new ColumnProfile(
            column.Name,
            column.Count,
            missing,
            used.Length,
            null,
            [.. top.Select(c => new ValueCount(column.Entries[c.Code], c.Count))]);
    }
}
