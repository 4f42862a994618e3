namespace Builder.Training.Tests.Layers;

/// <summary>What values that start uniform must look like.</summary>
internal static class UniformWeights
{
    /// <summary>
    /// They lie between the bounds and come near to both: of n values the largest stays below (1 − x) of the bound with probability
    /// (1 − x/2)ⁿ ≈ exp(−xn/2), which is 1e-11 for the x asked here.
    /// </summary>
    public static void Check(IReadOnlyCollection<double> values, double bound)
    {
        var reach = bound * (1 - (50.0 / values.Count));
        Assert.InRange(values.Max(), reach, bound);
        Assert.InRange(values.Min(), -bound, -reach);
    }
}
