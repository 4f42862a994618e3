namespace Builder.Training.Tests.Oracles;

/// <summary>Compares the steps of a trajectory.</summary>
internal static class Trajectory
{
    private const double Relative = 1e-5;

    /// <summary>
    /// All values agree within 1e-5: in float64 each for itself, in float32 relative to the largest, whose rounding the small ones carry.
    /// </summary>
    public static void AssertAgrees(double[] expected, double[] actual, bool each, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        var largest = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
        {
            var allowed = Relative * (each ? Math.Abs(expected[i]) + (1e-6 * largest) : largest);
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{where}, value {i}: expected {expected[i]:R}, got {actual[i]:R}.");
        }
    }
}
