using Builder.Datasets.Columns;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Prepares rows that the model has never seen, exactly as its training rows were prepared.</summary>
internal static class NewRows
{
    /// <summary>All samples of the table, as test samples.</summary>
    public static PreparedData Prepare(
        DataSet dataSet, FittedTransforms fitted, RawTable table, IReadOnlyCollection<string>? inputs, CancellationToken ct)
    {
        if (dataSet.Source is TextSource)
        {
            var (columns, windows) = RunningText.Apply(dataSet, fitted, table);
            return Make(table, columns, fitted, windows);
        }
        var order = Order(dataSet.Windows, table);
        var ordered = dataSet.Windows is null ? table : table.Select(order.Rows);
        var wanted = Inputs(dataSet, fitted, table, inputs);
        var prepared = ColumnPreparation.Apply(dataSet.Windows, wanted, ordered, ct);
        return Make(ordered, prepared, fitted, Starts(dataSet.Windows, order, table));
    }

    /// <summary>The columns that are read: those asked for, or where none are named every one that the file has. Targets are not known yet.</summary>
    private static FittedColumn[] Inputs(DataSet dataSet, FittedTransforms fitted, RawTable table, IReadOnlyCollection<string>? inputs)
    {
        foreach (var name in inputs ?? [])
        {
            if (!RawValues.Has(table, fitted[name].Source))
            {
                throw PreparationErrors.InputColumnMissing(table.Name, fitted[name].Source);
            }
        }
        return [.. fitted.Columns
            .Where(column => inputs is not null ? inputs.Contains(column.Name) : RawValues.Has(table, column.Source))
            .Where(column => dataSet.Windows is null || column.Window == WindowRole.Input)];
    }

    /// <summary>The order of a series; a file without the ordering column counts as ordered, one without the grouping column as one series.</summary>
    private static RowOrder Order(Windows? windows, RawTable table) => RowOrder.Of(table, windows is null ? null : windows with
    {
        OrderBy = windows.OrderBy is { } orderBy && RawValues.Has(table, orderBy) ? orderBy : null,
        GroupBy = windows.GroupBy is { } groupBy && RawValues.Has(table, groupBy) ? groupBy : null,
    });

    private static SampleStarts Starts(Windows? windows, RowOrder order, RawTable table)
    {
        if (windows is null)
        {
            return new SampleStarts([], [], [.. Enumerable.Range(0, table.RowCount).Select(row => (long)row)]);
        }
        var starts = SampleWindows.OfNewRows(order.GroupEnds, windows.Length, windows.Stride);
        return starts.Test.Length > 0 ? starts : throw PreparationErrors.SeriesTooShort(table.Name, Longest(order.GroupEnds), windows.Length);
    }

    private static int Longest(int[] groupEnds) => groupEnds.Zip(groupEnds.Prepend(0), (end, start) => end - start).Max();

    private static PreparedData Make(
        RawTable table, IReadOnlyDictionary<string, PreparedColumn> columns, FittedTransforms fitted, SampleStarts starts) =>
        new((table.Name, table.SourceRows), columns, fitted, starts, table.Fingerprint);
}
