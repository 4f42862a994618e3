using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Puts a value where one is missing; exactly one of the two parameters is set.</summary>
/// <param name="Number">What stands in for a missing number, or a missing date in days since 1970-01-01.</param>
/// <param name="Category">What stands in for a missing name or text.</param>
public sealed record FittedImpute(double? Number, string? Category) : FittedStep
{
    /// <summary>Learns the stand-in from the training rows that have a value.</summary>
    internal static FittedImpute Fit(Impute transform, ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site) =>
        values is TextValues texts
            ? new FittedImpute(null, FitCategory(transform, texts, trainRows, site))
            : new FittedImpute(FitNumber(transform, values, trainRows, site), null);

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site) => values switch
    {
        TextValues texts when Category is { } category => Filled(texts, category),
        DateValues dates => new DateValues(Filled(dates.Days)),
        _ => new NumberValues(Filled(NumberSteps.Numbers(values, site))),
    };

    private double[] Filled(double[] numbers)
    {
        var standIn = Number ?? double.NaN;
        return Array.ConvertAll(numbers, value => double.IsNaN(value) ? standIn : value);
    }

    private static TextValues Filled(TextValues texts, string category)
    {
        var known = texts.Entries.IndexOf(category);
        var standIn = known >= 0 ? known : texts.Entries.Length;
        var codes = Array.ConvertAll(texts.Codes, code => code == TextValues.Missing ? standIn : code);
        return new TextValues(codes, known >= 0 ? texts.Entries : texts.Entries.With([category]));
    }

    private static string FitCategory(Impute transform, TextValues texts, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        switch (transform.Strategy)
        {
            case ImputeStrategy.MostFrequent:
                var counts = CategorySteps.Count(texts, trainRows, site);
                return counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
            case ImputeStrategy.Constant when transform.Category is { } category:
                return category;
            case ImputeStrategy.Constant:
                throw TransformErrors.ConstantLacksValue(site, "category");
            default:
                throw TransformErrors.StrategyNeedsNumbers(site, transform.Strategy);
        }
    }

    private static double FitNumber(Impute transform, ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        if (transform.Strategy == ImputeStrategy.Constant)
        {
            return transform.Value is { } value && double.IsFinite(value) ? value : throw TransformErrors.ConstantLacksValue(site, "value");
        }
        var present = NumberSteps.Present(values, trainRows, site);
        return transform.Strategy switch
        {
            ImputeStrategy.Mean => present.Average(),
            ImputeStrategy.Median => Median(present),
            _ => present.CountBy(v => v).OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key,
        };
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
