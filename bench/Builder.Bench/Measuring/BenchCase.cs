using Builder.Bench.Command;

namespace Builder.Bench.Measuring;

/// <summary>Something to compare.</summary>
/// <param name="Name">Its name on the command line and in results.</param>
/// <param name="Group">The group that it is measured with: training, data, memory or reading.</param>
/// <param name="Measure">Measures it.</param>
public sealed record BenchCase(string Name, string Group, Func<BenchSettings, BenchResult> Measure);
