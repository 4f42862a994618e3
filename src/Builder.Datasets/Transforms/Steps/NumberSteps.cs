namespace Builder.Datasets.Transforms.Steps;

/// <summary>What the steps on quantities share.</summary>
internal static class NumberSteps
{
    /// <summary>The column as numbers; a date counts in days.</summary>
    public static double[] Numbers(ColumnValues values, ColumnSite site) => values switch
    {
        NumberValues numbers => numbers.Values,
        DateValues dates => dates.Days,
        _ => throw TransformErrors.NeedsNumbers(site),
    };

    /// <summary>The numbers of the training rows that are not missing; at least one.</summary>
    public static double[] Present(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnSite site)
    {
        var numbers = Numbers(values, site);
        var present = new double[trainRows.Length];
        var count = 0;
        foreach (var row in trainRows)
        {
            if (!double.IsNaN(numbers[row]))
            {
                present[count++] = numbers[row];
            }
        }
        return count > 0 ? present[..count] : throw TransformErrors.AllMissing(site);
    }

    /// <summary>A new column of the mapped numbers; missing ones stay missing.</summary>
    public static NumberValues Map(ColumnValues values, ColumnSite site, Converter<double, double> map) =>
        new(Array.ConvertAll(Numbers(values, site), map));
}
