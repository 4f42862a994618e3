using System.Collections.Immutable;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms;

/// <summary>Fits the transforms of one column, each on the training rows as the step before left them.</summary>
internal static class ColumnFitting
{
    /// <summary>The fitted column and the transformed values of all rows.</summary>
    /// <param name="column">What the document asks for.</param>
    /// <param name="raw">Raw values of all rows.</param>
    /// <param name="trainRows">The rows that may be learned from.</param>
    /// <param name="site">For errors.</param>
    public static (FittedColumn Fitted, ColumnValues Values) Fit(DataColumn column, ColumnValues raw, int[] trainRows, ColumnContext site)
    {
        var steps = ImmutableArray.CreateBuilder<FittedStep>();
        var values = raw;
        if (column.Type == ColumnType.Date)
        {
            Add(FittedReadDate.Fit(values, trainRows, site));
        }
        if (column.Type == ColumnType.Picture)
        {
            // Pictures of different sizes are no block of numbers yet, so this comes first wherever the document lists it.
            Add(FittedResize.Fit(column.Transforms.OfType<Resize>().FirstOrDefault(), values, site));
        }
        foreach (var step in Plan(column))
        {
            if (values is BlockValues)
            {
                throw TransformErrors.NothingMayFollow(site);
            }
            Add(FitStep(step, values, trainRows, site));
        }
        values = ColumnFloats.Finish(values, site);
        var done = steps.ToImmutable();
        var schema = ColumnSchemas.Of(column, done, values);
        return (new FittedColumn(column.Name, column.SourceName, column.Type, column.Window, schema, done), values);

        void Add(FittedStep fitted)
        {
            steps.Add(fitted);
            values = fitted.Apply(values, site);
        }
    }

    /// <summary>The document's steps, with those that the column's type implies.</summary>
    private static IEnumerable<Transform> Plan(DataColumn column)
    {
        foreach (var transform in column.Transforms.Where(t => column.Type != ColumnType.Picture || t is not Resize))
        {
            yield return transform;
        }
        var ends = column.Transforms.Any(t => t is OneHot or Ordinal or MultiHot or Tokenize);
        if (!ends && column.Type == ColumnType.Category)
        {
            yield return new Ordinal();
        }
        if (!ends && column.Type == ColumnType.Labels)
        {
            yield return new MultiHot();
        }
        if (!ends && column.Type == ColumnType.Text)
        {
            yield return new Tokenize();
        }
    }

    private static FittedStep FitStep(Transform transform, ColumnValues values, int[] trainRows, ColumnContext site) => transform switch
    {
        Standardize => FittedStandardize.Fit(values, trainRows, site),
        MinMax minMax => FittedMinMax.Fit(minMax, values, trainRows, site),
        Log log => FittedLog.Fit(log),
        Asinh => FittedAsinh.Fit(values, trainRows, site),
        Impute impute => FittedImpute.Fit(impute, values, trainRows, site),
        OneHot => FittedOneHot.Fit(values, trainRows, site),
        Ordinal => FittedOrdinal.Fit(values, trainRows, site),
        MultiHot multiHot => FittedMultiHot.Fit(multiHot, values, trainRows, site),
        DatePart datePart => FittedDatePart.Fit(datePart, site),
        Tokenize tokenize => FittedTokenize.Fit(tokenize, values, trainRows, site),
        Normalize normalize => FittedNormalize.Fit(normalize, values, trainRows, site),
        Augment augment => FittedAugment.Fit(augment, values, site),
        Resize => throw TransformErrors.NeedsPictures(site),
        _ => throw new NotSupportedException(transform.GetType().Name),
    };
}
