using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Moves the range from <paramref name="Min"/> to <paramref name="Max"/> to the one from <paramref name="Low"/> to <paramref name="High"/>.</summary>
/// <param name="Min">Smallest value of the training rows.</param>
/// <param name="Max">Largest value of the training rows.</param>
/// <param name="Low">Where the smallest value goes.</param>
/// <param name="High">Where the largest value goes.</param>
public sealed record FittedMinMax(double Min, double Max, double Low, double High) : FittedStep
{
    /// <summary>Learns the range from the training rows that have a value. Values outside it later go outside low and high.</summary>
    internal static FittedMinMax Fit(MinMax transform, ColumnValues values, ReadOnlySpan<int> trainRows, ColumnSite site)
    {
        if (!(transform.Low < transform.High))
        {
            throw TransformErrors.EmptyRange(site, transform.Low, transform.High);
        }
        var present = NumberSteps.Present(values, trainRows, site);
        return new FittedMinMax(present.Min(), present.Max(), transform.Low, transform.High);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site)
    {
        var scale = (High - Low) / Range;
        return NumberSteps.Map(values, site, value => (value - Min) * scale + Low);
    }

    internal override double Invert(double value) => (value - Low) * Range / (High - Low) + Min;

    // A column of equal values has no range to stretch.
    private double Range => Max > Min ? Max - Min : 1;
}
