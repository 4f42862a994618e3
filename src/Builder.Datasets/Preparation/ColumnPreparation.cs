using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Datasets.Transforms;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>The columns of a data set after their transforms.</summary>
/// <param name="Prepared">The values by column.</param>
/// <param name="Fitted">What was learned.</param>
internal sealed record ColumnPreparation(IReadOnlyDictionary<string, PreparedColumn> Prepared, FittedTransforms Fitted)
{
    /// <summary>Fits every column on the training rows and transforms all rows.</summary>
    /// <param name="dataSet">The description.</param>
    /// <param name="table">The rows.</param>
    /// <param name="trainRows">Those that may be learned from.</param>
    /// <param name="keeps">Whether somebody wants the values of a column, and not only what is learned from them.</param>
    /// <param name="ct">Stops the work.</param>
    public static ColumnPreparation Fit(DataSet dataSet, RawTable table, int[] trainRows, Func<string, bool> keeps, CancellationToken ct)
    {
        var prepared = new Dictionary<string, PreparedColumn>(StringComparer.Ordinal);
        var fitted = ImmutableArray.CreateBuilder<FittedColumn>();
        var leftovers = default(Leftovers);
        // An id names its row and says nothing about it, so the network never sees one.
        foreach (var column in dataSet.Columns.Where(c => c.Type != ColumnType.Id))
        {
            ct.ThrowIfCancellationRequested();
            var isKept = keeps(column.Name);
            if (!isKept && table.RowCount >= Leftovers.ManyRows)
            {
                leftovers.Collect();
            }

            var site = new ColumnContext(table, column.SourceName);
            var raw = RawValues.Of(table, column.SourceName, column.Type, site, ct);
            var (fit, values) = FitOne(column, raw, trainRows, site);
            var placed = Place(fit, values, dataSet.Windows, site);
            prepared.Add(column.Name, isKept ? placed : placed.WithoutValues());
            fitted.Add(fit with { Schema = fit.Schema with { SampleShape = placed.SampleShape } });
        }
        return new ColumnPreparation(prepared, new FittedTransforms(dataSet.Id, fitted.ToImmutable()));
    }

    // Whoever trains is to know where all pictures that cannot be read are found, not this one alone.
    private static (FittedColumn Fitted, ColumnValues Values) FitOne(DataColumn column, ColumnValues raw, int[] trainRows, ColumnContext site)
    {
        try
        {
            return ColumnFitting.Fit(column, raw, trainRows, site);
        }
        catch (DataException problem) when (column.Type == ColumnType.Picture && PictureProblems.IsOfOne(problem))
        {
            throw PictureProblems.InTraining(problem);
        }
    }

    /// <summary>Transforms the columns of new rows.</summary>
    public static IReadOnlyDictionary<string, PreparedColumn> Apply(
        Windows? windows, IEnumerable<FittedColumn> columns, RawTable table, CancellationToken ct)
    {
        var prepared = new Dictionary<string, PreparedColumn>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            ct.ThrowIfCancellationRequested();
            var site = new ColumnContext(table, column.Source);
            var values = column.Apply(RawValues.Of(table, column.Source, column.Type, site, ct), site);
            prepared.Add(column.Name, Place(column, values, windows, site));
        }
        return prepared;
    }

    private static PreparedColumn Place(FittedColumn column, ColumnValues values, Windows? windows, ColumnContext site)
    {
        var (length, offset) = (windows, column.Window) switch
        {
            (null, _) => ((int?)null, 0),
            (_, WindowRole.Target) => (null, WindowShape.TargetOffset(windows)),
            (_, WindowRole.Label) => (null, 0),
            _ => (windows.Length, 0),
        };
        if (values is PictureValues pictures)
        {
            return PictureBlock.Make(column.Name, pictures, length, offset, site);
        }
        var block = (BlockValues)values;
        var array = windows is not null && column.Window == WindowRole.Label ? Largest(block, windows.Length, site) : block.Values;
        return new PreparedColumn(column.Name, array, block.Element, block.RowShape, length, offset) { UnseenRows = block.UnseenRows };
    }

    private static Array Largest(BlockValues block, int length, ColumnContext site) => block.RowShape.IsEmpty
        ? block.Values is long[] classes ? WindowMaximum.Of<long>(classes, length) : WindowMaximum.Of<float>((float[])block.Values, length)
        : throw PreparationErrors.WindowLabelShape(site.File, site.Column);
}
