using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>What the steps on quantities share.</summary>
internal static class NumberSteps
{
    /// <summary>The column as numbers; a date counts in days.</summary>
    public static double[] Numbers(ColumnValues values, ColumnContext site) => values switch
    {
        NumberValues numbers => numbers.Values,
        DateValues dates => dates.Days,
        _ => throw TransformErrors.NeedsNumbers(site),
    };

    /// <summary>The numbers of the training rows that are not missing; at least one.</summary>
    public static double[] Present(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
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
        return count == present.Length && count > 0 ? present : count > 0 ? present[..count] : throw TransformErrors.AllMissing(site);
    }

    /// <summary>A new column of the mapped numbers; missing ones stay missing.</summary>
    public static NumberValues Map(ColumnValues values, ColumnContext site, Converter<double, double> map) =>
        new(Array.ConvertAll(Numbers(values, site), map));
}

/// <summary>The natural logarithm of value + <paramref name="Offset"/>.</summary>
/// <param name="Offset">Added before the logarithm is taken.</param>
public sealed record FittedLog(double Offset) : FittedStep
{
    /// <summary>Learns nothing: the offset is given.</summary>
    internal static FittedLog Fit(Log transform) => new(transform.Offset);

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var numbers = NumberSteps.Numbers(values, site);
        for (var row = 0; row < numbers.Length; row++)
        {
            if (numbers[row] + Offset <= 0)
            {
                throw TransformErrors.LogOfNothing(site, row, numbers[row], Offset);
            }
        }
        return NumberSteps.Map(values, site, value => Math.Log(value + Offset));
    }

    internal override double Invert(double value) => Math.Exp(value) - Offset;
}

/// <summary>The inverse hyperbolic sine of value ÷ <paramref name="Scale"/>.</summary>
/// <param name="Scale">Above 0. Values that are much smaller stay as they lie, much larger ones become logarithms.</param>
public sealed record FittedAsinh(double Scale) : FittedStep
{
    private const double LowerQuartile = 0.25;

    /// <summary>Learns the scale from the training rows that have a value.</summary>
    internal static FittedAsinh Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        double[] sizes = [.. NumberSteps.Present(values, trainRows, site).Select(Math.Abs).Where(size => size > 0).Order()];
        return new FittedAsinh(sizes.Length == 0 ? 1 : sizes[(int)(LowerQuartile * (sizes.Length - 1))]);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site) =>
        NumberSteps.Map(values, site, value => Math.Asinh(value / Scale));

    internal override double Invert(double value) => Math.Sinh(value) * Scale;
}

/// <summary>Moves the range from <paramref name="Min"/> to <paramref name="Max"/> to the one from <paramref name="Low"/> to <paramref name="High"/>.</summary>
/// <param name="Min">Smallest value of the training rows.</param>
/// <param name="Max">Largest value of the training rows.</param>
/// <param name="Low">Where the smallest value goes.</param>
/// <param name="High">Where the largest value goes.</param>
public sealed record FittedMinMax(double Min, double Max, double Low, double High) : FittedStep
{
    /// <summary>Learns the range from the training rows that have a value. Values outside it later go outside low and high.</summary>
    internal static FittedMinMax Fit(MinMax transform, ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
    {
        if (!(transform.Low < transform.High))
        {
            throw TransformErrors.EmptyRange(site, transform.Low, transform.High);
        }
        var present = NumberSteps.Present(values, trainRows, site);
        return new FittedMinMax(present.Min(), present.Max(), transform.Low, transform.High);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var scale = (High - Low) / Range;
        return NumberSteps.Map(values, site, value => (value - Min) * scale + Low);
    }

    internal override double Invert(double value) => (value - Low) * Range / (High - Low) + Min;

    // A column of equal values has no range to stretch.
    private double Range => Max > Min ? Max - Min : 1;
}

/// <summary>(value − mean) ÷ standard deviation.</summary>
/// <param name="Mean">Mean of the training rows.</param>
/// <param name="Std">Standard deviation of the training rows (divided by n); 1 where all are equal.</param>
public sealed record FittedStandardize(double Mean, double Std) : FittedStep
{
    /// <summary>Smallest value of the training rows; null where an older version has not kept it.</summary>
    public double? Least { get; init; }

    /// <summary>Largest value of the training rows; null where an older version has not kept it.</summary>
    public double? Most { get; init; }

    /// <summary>Learns mean and deviation from the training rows that have a value.</summary>
    internal static FittedStandardize Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnContext site)
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
        return new FittedStandardize(mean, IsConstant(variance, mean, present.Length) ? 1 : Math.Sqrt(variance)) { Least = present.Min(), Most = present.Max() };
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site) =>
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
