using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>The natural logarithm of value + <paramref name="Offset"/>.</summary>
/// <param name="Offset">Added before the logarithm is taken.</param>
public sealed record FittedLog(double Offset) : FittedStep
{
    /// <summary>Learns nothing: the offset is given.</summary>
    internal static FittedLog Fit(Log transform) => new(transform.Offset);

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site)
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
