using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>Compares gradients with central differences in float64.</summary>
internal static class FiniteDifferences
{
    private const double Step = 1e-6;
    private const double Relative = 1e-3;
    private const double Absolute = 1e-7;
    private const int MostElements = 12;

    /// <summary>Checks up to twelve values of every input and weight.</summary>
    public static void Check(ExampleRun run)
    {
        using var scope = NewDisposeScope();
        var outputs = run.Forward();
        if (!outputs.Any(o => o.requires_grad))
        {
            Assert.Empty(run.Leaves);
            return;
        }

        ExampleRun.Weighted(outputs).backward();
        foreach (var (name, leaf) in run.Leaves)
        {
            CheckLeaf(run, name, leaf);
        }
    }

    private static void CheckLeaf(ExampleRun run, string name, Tensor leaf)
    {
        var gradient = TensorValues.ReadGradient(leaf);
        var values = TensorValues.Read(leaf);
        foreach (var i in Enumerable.Range(0, values.Length).Where(i => i % ((values.Length / MostElements) + 1) == 0))
        {
            var difference = (Shifted(run, leaf, values, i, Step) - Shifted(run, leaf, values, i, -Step)) / (2 * Step);
            Assert.True(
                Math.Abs(gradient[i] - difference) <= (Relative * Math.Max(Math.Abs(gradient[i]), Math.Abs(difference))) + Absolute,
                $"{run.Example}: the gradient by {name}[{i}] is {gradient[i]}, finite differences say {difference}.");
        }

        ExampleRun.SetValues(leaf, values);
    }

    private static double Shifted(ExampleRun run, Tensor leaf, double[] values, int index, double step)
    {
        using var scope = NewDisposeScope();
        ExampleRun.SetValues(leaf, [.. values.Select((value, i) => i == index ? value + step : value)]);
        return ExampleRun.Weighted(run.Forward()).ToDouble();
    }
}
