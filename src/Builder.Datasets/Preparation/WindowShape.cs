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
