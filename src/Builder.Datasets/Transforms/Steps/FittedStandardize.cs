namespace Builder.Datasets.Transforms.Steps;

/// <summary>(value − mean) ÷ standard deviation.</summary>
/// <param name="Mean">Mean of the training rows.</param>
/// <param name="Std">Standard deviation of the training rows (divided by n); 1 where all are equal.</param>
public sealed record FittedStandardize(double Mean, double Std) : FittedStep
{
    /// <summary>Learns mean and deviation from the training rows that have a value.</summary>
    internal static FittedStandardize Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnSite site)
    {
        var present = NumberSteps.Present(values, trainRows, site);
        var mean = present.Average();
        double squares = 0, rest = 0;
        foreach (var value in present)
        {
            var difference = value - mean;
            squares += difference * difference;
            rest += difference;
        }
        // What rounding left in the mean shows in the sum of the differences (Chan, Golub and LeVeque 1983).
        var variance = (squares - rest * rest / present.Length) / present.Length;
        mean += rest / present.Length;
        return new FittedStandardize(mean, IsConstant(variance, mean, present.Length) ? 1 : Math.Sqrt(variance));
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site) =>
        NumberSteps.Map(values, site, value => (value - Mean) / Std);

    internal override double Invert(double value) => value * Std + Mean;

    /// <summary>Whether the variance is nothing but the rounding error of <paramref name="count"/> equal values.</summary>
    private static bool IsConstant(double variance, double mean, int count)
    {
        const double Epsilon = 2.220446049250313e-16;
        var rounding = count * mean * Epsilon;
        return variance <= count * Epsilon * variance + rounding * rounding;
    }
}
