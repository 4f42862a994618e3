using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Which rows the windows of a data set touch, and which of them decide a window's part.</summary>
internal static class WindowShape
{
    /// <summary>
    /// The data set, with windows ordered by the column that splits in time where they name none of their own: otherwise a training
    /// window could look back at rows that are held back.
    /// </summary>
    public static DataSet Ordered(DataSet dataSet) => dataSet is { Windows: { OrderBy: null } windows, Split: TimeSplit { By: { } by } }
        ? dataSet with { Windows = windows with { OrderBy = by } }
        : dataSet;

    /// <summary>The reach of the data set's windows, or null where every row is a sample.</summary>
    public static WindowReach? Of(DataSet dataSet)
    {
        if (dataSet.Windows is not { } windows)
        {
            return null;
        }
        Check(dataSet.Id, "length", windows.Length, 1);
        Check(dataSet.Id, "stride", windows.Stride, 1);
        Check(dataSet.Id, "horizon", windows.Horizon, 0);

        var hasTarget = dataSet.Columns.Any(c => c.Window == WindowRole.Target);
        var hasLabel = dataSet.Columns.Any(c => c.Window == WindowRole.Label);
        var last = hasTarget ? Math.Max(windows.Length - 1, TargetOffset(windows)) : windows.Length - 1;
        // In time, a window may look back into the part before; only what it predicts must lie in its own part. Elsewhere the rows
        // before a window may belong to any part, so the whole window must lie in one.
        var inOrder = dataSet.Split is TimeSplit split && (split.By is null || split.By == windows.OrderBy);
        var looksBack = inOrder && hasTarget && !hasLabel;
        return new WindowReach(last + 1, windows.Stride, looksBack ? TargetOffset(windows) : 0, last);
    }

    /// <summary>How many rows after a window's start its target lies.</summary>
    public static int TargetOffset(Windows windows) => windows.Length - 1 + windows.Horizon;

    private static void Check(string dataSet, string parameter, int value, int least)
    {
        if (value < least)
        {
            throw PreparationErrors.BadWindow(dataSet, parameter, value);
        }
    }
}

/// <summary>Where the samples of a data set start, part by part.</summary>
/// <param name="Train">Start rows of the training samples, rising.</param>
/// <param name="Validation">Start rows of the validation samples, rising.</param>
/// <param name="Test">Start rows of the test samples, rising.</param>
internal sealed record SampleStarts(long[] Train, long[] Validation, long[] Test)
{
    /// <summary>Each row is a sample of its part.</summary>
    public static SampleStarts OfRows(ReadOnlySpan<Part> parts)
    {
        List<long>[] starts = [[], [], []];
        for (var row = 0; row < parts.Length; row++)
        {
            starts[(int)parts[row]].Add(row);
        }
        return new SampleStarts([.. starts[0]], [.. starts[1]], [.. starts[2]]);
    }
}

/// <summary>Which rows, counted from its start, a window touches.</summary>
/// <param name="Span">Rows touched in all.</param>
/// <param name="Stride">Rows between two neighbouring starts.</param>
/// <param name="JudgedFrom">First of the rows that decide the part.</param>
/// <param name="JudgedTo">Last of the rows that decide the part.</param>
internal readonly record struct WindowReach(int Span, int Stride, int JudgedFrom, int JudgedTo);

/// <summary>Cuts ordered rows into windows.</summary>
internal static class SampleWindows
{
    /// <summary>
    /// The windows that lie within one group and whose deciding rows lie within one part. Windows that straddle a border are left out.
    /// </summary>
    /// <param name="parts">The part of each row.</param>
    /// <param name="groupEnds">Where each group ends (exclusive), rising; the last is the number of rows.</param>
    /// <param name="reach">Which rows a window touches.</param>
    public static SampleStarts Place(ReadOnlySpan<Part> parts, ReadOnlySpan<int> groupEnds, WindowReach reach)
    {
        var runEnds = RunEnds(parts);
        List<long>[] starts = [[], [], []];
        var groupStart = 0;
        foreach (var groupEnd in groupEnds)
        {
            for (long start = groupStart; start + reach.Span <= groupEnd; start += reach.Stride)
            {
                var from = (int)start + reach.JudgedFrom;
                var to = (int)start + reach.JudgedTo;
                if (runEnds[from] > to)
                {
                    starts[(int)parts[to]].Add(start);
                }
            }
            groupStart = groupEnd;
        }
        return new SampleStarts([.. starts[0]], [.. starts[1]], [.. starts[2]]);
    }

    /// <summary>
    /// The windows of new data, all as test samples. They are counted from the end of each group, so that the newest rows, whose
    /// future is what one wants to know, are always among them.
    /// </summary>
    public static SampleStarts OfNewRows(ReadOnlySpan<int> groupEnds, int length, int stride)
    {
        var starts = new List<long>();
        var groupStart = 0;
        foreach (var groupEnd in groupEnds)
        {
            var room = groupEnd - groupStart - length;
            for (long start = groupStart + (room < 0 ? 0 : room % stride); start + length <= groupEnd; start += stride)
            {
                starts.Add(start);
            }
            groupStart = groupEnd;
        }
        return new SampleStarts([], [], [.. starts]);
    }

    /// <summary>For each row the end (exclusive) of the run of rows of its part.</summary>
    private static int[] RunEnds(ReadOnlySpan<Part> parts)
    {
        var ends = new int[parts.Length];
        var end = parts.Length;
        for (var row = parts.Length - 1; row >= 0; row--)
        {
            if (row + 1 < parts.Length && parts[row + 1] != parts[row])
            {
                end = row + 1;
            }
            ends[row] = end;
        }
        return ends;
    }
}

/// <summary>The largest value of each window: the label of a window in which any row is marked.</summary>
internal static class WindowMaximum
{
    /// <summary>For each row the largest of the <paramref name="length"/> values that start there (fewer at the end), in linear time.</summary>
    public static T[] Of<T>(ReadOnlySpan<T> values, int length)
        where T : struct, IComparable<T>
    {
        var largest = new T[values.Length];
        // Rows whose values fall from front to back; only they can still be the largest of a window.
        var candidates = new int[values.Length];
        int front = 0, back = 0;
        for (var row = values.Length - 1; row >= 0; row--)
        {
            while (back > front && values[candidates[back - 1]].CompareTo(values[row]) <= 0)
            {
                back--;
            }
            candidates[back++] = row;
            if (candidates[front] >= row + (long)length)
            {
                front++;
            }
            largest[row] = values[candidates[front]];
        }
        return largest;
    }
}
