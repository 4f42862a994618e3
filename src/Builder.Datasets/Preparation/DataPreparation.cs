using System.Security.Cryptography;
using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>
/// From a description to data that a network can learn from: import, order, split, fit the transforms on the training rows, apply
/// them to all rows, cut samples.
/// </summary>
public static class DataPreparation
{
    /// <summary>Reads and prepares a data set.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="projectFolder">The folder that the source's paths are relative to.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="DataException">The data or their description have a fault that a person can mend.</exception>
    public static PreparedData Prepare(DataSet dataSet, string projectFolder, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        DataSetChecks.Description(dataSet);
        return Prepare(dataSet, DataImport.Read(dataSet, projectFolder, ct), ct);
    }

    /// <summary>
    /// Reads and prepares a data set for somebody who wants to know what can be learned from it: one column after the other, and only the values of some are kept, so that
    /// it takes little more memory than the table.
    /// </summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="projectFolder">The folder that the source's paths are relative to.</param>
    /// <param name="kept">Names of the columns whose values are kept; those of all others are empty.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="DataException">The data or their description have a fault that a person can mend.</exception>
    public static PreparedData Try(DataSet dataSet, string projectFolder, IReadOnlyCollection<string> kept, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        DataSetChecks.Description(dataSet);
        return Prepare(dataSet, DataImport.Read(dataSet, projectFolder, ct), kept.Contains, ct);
    }

    /// <summary>Prepares a table that is in memory already.</summary>
    /// <exception cref="DataException">The data or their description have a fault that a person can mend.</exception>
    public static PreparedData Prepare(DataSet dataSet, RawTable table, CancellationToken ct = default) => Prepare(dataSet, table, keeps: _ => true, ct);

    private static PreparedData Prepare(DataSet dataSet, RawTable table, Func<string, bool> keeps, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(table);
        DataSetChecks.Description(dataSet);
        DataSetChecks.Rows(table);
        var fingerprint = Fingerprint(dataSet, table);
        if (dataSet.Source is TextSource)
        {
            var (text, windows) = RunningText.Fit(dataSet, table);
            return new PreparedData((table.Name, null), text.Prepared, text.Fitted, windows, fingerprint);
        }
        dataSet = WindowShape.Ordered(dataSet);
        var reach = WindowShape.Of(dataSet);
        var (ordered, parts, order) = Divided(dataSet, table, reach);
        var starts = Starts(parts, order, reach, table);
        var columns = ColumnPreparation.Fit(dataSet, ordered, RowsOf(parts, Part.Train), keeps, ct);
        return new PreparedData((ordered.Name, ordered.SourceRows), columns.Prepared, columns.Fitted, starts, fingerprint);
    }

    /// <summary>The rows that a model learns from: those that the data set selects and its split puts into the training part.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="table">All rows of its source as a person has changed them.</param>
    /// <param name="column">Name of the data set's column that is asked for: the table may be without the others then.</param>
    /// <exception cref="DataException">The rows cannot be divided like this.</exception>
    public static RawTable TrainingRows(DataSet dataSet, RawTable table, string column)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(table);
        dataSet = WindowShape.Ordered(dataSet);

        // Which rows are the first of their kind is told by all columns.
        var needed = dataSet.Rows?.Distinct == true ? dataSet : dataSet with { Columns = [.. dataSet.Columns.Where(c => c.Name == column)] };
        var names = ColumnNeeds.Of(needed).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        var narrow = new RawTable(table.Name, [.. table.Columns.Where(c => names.Contains(c.Name))], table.Fingerprint, table.SourceRows);
        var (ordered, parts, _) = Divided(dataSet, RowSelector.Select(narrow, dataSet), WindowShape.Of(dataSet));
        return ordered.Select(RowsOf(parts, Part.Train));
    }

    private static (RawTable Ordered, Part[] Parts, RowOrder Order) Divided(DataSet dataSet, RawTable table, WindowReach? reach)
    {
        var order = RowOrder.Of(table, dataSet.Windows);
        var ordered = dataSet.Windows is null ? table : table.Select(order.Rows);
        return (ordered, RowParts.Assign(dataSet, ordered, order.GroupEnds, reach?.Span ?? 1), order);
    }

    /// <summary>Reads new rows, pictures or text to predict, as they are; <see cref="Apply(DataSet, FittedTransforms, RawTable, IReadOnlyCollection{string}, CancellationToken)"/> prepares them.</summary>
    /// <param name="dataSet">The description under which the model was trained.</param>
    /// <param name="inputFile">A table, one picture, a folder or zip of pictures, IDX pictures, or a text file.</param>
    /// <param name="inputs">The columns that the model reads; null for every column that the file has. Targets need not be there.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="DataException">The file cannot be used.</exception>
    public static RawTable ReadNewRows(
        DataSet dataSet, string inputFile, IReadOnlyCollection<string>? inputs = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        return DataImport.ReadForPrediction(WindowShape.Ordered(dataSet), inputFile, inputs, ct);
    }

    /// <summary>Reads new rows, pictures or text to predict, and prepares them exactly as the training rows were.</summary>
    /// <param name="dataSet">The description under which the model was trained.</param>
    /// <param name="fitted">What was learned from the training rows.</param>
    /// <param name="inputFile">A table, one picture, a folder or zip of pictures, IDX pictures, or a text file.</param>
    /// <param name="inputs">The columns that the model reads; null for every column that the file has. Targets need not be there.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>All samples in <see cref="PreparedData.Test"/>.</returns>
    /// <exception cref="DataException">The file cannot be used, or lacks a column that the model reads.</exception>
    public static PreparedData Apply(
        DataSet dataSet, FittedTransforms fitted, string inputFile, IReadOnlyCollection<string>? inputs = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        return Apply(dataSet, fitted, ReadNewRows(fitted.WithDateOrders(dataSet), inputFile, inputs, ct), inputs, ct);
    }

    /// <summary>Prepares new rows that are in memory already; see the overload that reads a file.</summary>
    /// <exception cref="DataException">The rows cannot be used, or lack a column that the model reads.</exception>
    public static PreparedData Apply(
        DataSet dataSet, FittedTransforms fitted, RawTable table, IReadOnlyCollection<string>? inputs = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(table);
        DataSetChecks.Rows(table);
        return NewRows.Prepare(WindowShape.Ordered(dataSet), fitted, table, inputs, ct);
    }

    private static SampleStarts Starts(Part[] parts, RowOrder order, WindowReach? reach, RawTable table)
    {
        var starts = reach is { } window ? SampleWindows.Place(parts, order.GroupEnds, window) : SampleStarts.OfRows(parts);
        if (starts.Train.Length > 0)
        {
            return starts;
        }
        throw reach is { } wanted
            ? PreparationErrors.NoWindow(table.Name, table.RowCount, wanted.Span)
            : PreparationErrors.NothingToTrain(table.Name);
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

    internal static string Fingerprint(DataSet dataSet, RawTable table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(table.Fingerprint));
        hash.AppendData(DataJson.Write([dataSet]));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
