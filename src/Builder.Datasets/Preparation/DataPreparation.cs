using System.Security.Cryptography;
using System.Text;
using Builder.Datasets.Import;
using Builder.Datasets.Preparation;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets;

/// <summary>
/// From a description to data that a network can learn from: import, order, split, fit the transforms on the training rows, apply
/// them to all rows, cut samples.
/// </summary>
public static class DataPreparation
{
    /// <summary>Prepares a table that is in memory already.</summary>
    /// <exception cref="DataException">The data or their description have a fault that a person can mend.</exception>
    public static PreparedData Prepare(DataSet dataSet, RawTable table, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(table);
        DataSetChecks.Run(dataSet, table);
        var reach = WindowShape.Of(dataSet);
        var order = RowOrder.Of(table, dataSet.Windows);
        var ordered = dataSet.Windows is null ? table : table.Select(order.Rows);
        var parts = RowParts.Assign(dataSet, ordered, order.GroupEnds, reach?.Span ?? 1);
        var starts = reach is { } window ? SampleWindows.Place(parts, order.GroupEnds, window) : SampleStarts.OfRows(parts);
        if (starts.Train.Length == 0)
        {
            throw reach is { } wanted
                ? PreparationErrors.NoWindow(table.Name, table.RowCount, wanted.Span)
                : PreparationErrors.NothingToTrain(table.Name);
        }
        var columns = ColumnPreparation.Fit(dataSet, ordered, order.Rows, RowsOf(parts, Part.Train), ct);
        return new PreparedData(table.Name, columns.Prepared, columns.Fitted, starts, Fingerprint(dataSet, table)) { SourceRows = order.Rows };
    }

    private static int[] RowsOf(Part[] parts, Part wanted)
    {
        var rows = new List<int>();
        for (var row = 0; row < parts.Length; row++)
        {
            if (parts[row] == wanted)
            {
                rows.Add(row);
            }
        }
        return [.. rows];
    }

    private static string Fingerprint(DataSet dataSet, RawTable table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(table.Fingerprint));
        hash.AppendData(DataJson.Write([dataSet]));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
