using System.Text.Json;

namespace Builder.Training.Tests.Metrics;

/// <summary>The cases that Oracles/metrics.py stored, with scikit-learn's scores.</summary>
internal static class MetricOracle
{
    private const double Tolerance = 1e-9;
    private static readonly JsonElement s_cases = Load();

    /// <summary>The number of each case of a kind.</summary>
    public static TheoryData<int> Numbers(string kind) => [.. Enumerable.Range(0, s_cases.GetProperty(kind).GetArrayLength())];

    public static JsonElement Case(string kind, int number) => s_cases.GetProperty(kind)[number];

    public static double[] Doubles(this JsonElement element, string name) => element.GetProperty(name).Deserialize<double[]>()!;

    public static int[] Integers(this JsonElement element, string name) => element.GetProperty(name).Deserialize<int[]>()!;

    /// <summary>Asserts the very names that the case stores, each with its value.</summary>
    public static void AssertScores(JsonElement stored, IReadOnlyDictionary<string, double> scores)
    {
        Dictionary<string, double> expected = stored.GetProperty("scores").Deserialize<Dictionary<string, double>>()!;
        Assert.Equal(expected.Keys.Order(), scores.Keys.Order());
        Assert.All(expected, pair => AssertNear(pair.Value, scores[pair.Key], pair.Key));
    }

    public static void AssertNear(double expected, double actual, string name) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"{name}: expected {expected:R}, got {actual:R}");

    private static JsonElement Load()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Oracles", "metrics.json")));
        return document.RootElement.Clone();
    }
}
