namespace Builder.Training.Tests.Oracles;

/// <summary>Compares the steps of a trajectory.</summary>
internal static class Trajectory
{
    private const double Float64Tolerance = 1e-5;

    /// <summary>
    /// All values agree within 1e-5 (what a GPU is allowed in float32 says <see cref="TestDevice"/>): in float64 each for itself, in float32
    /// relative to the largest, whose rounding the small ones carry.
    /// </summary>
    public static void AssertAgrees(double[] expected, double[] actual, bool each, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        var largest = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
        {
            var allowed = each
                ? Float64Tolerance * (Math.Abs(expected[i]) + (1e-6 * largest))
                : TestDevice.Float32Tolerance * largest;
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{where}, value {i}: expected {expected[i]:R}, got {actual[i]:R}.");
        }
    }
}
