using TorchSharp;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>One step of gradient descent on the weights of a layer.</summary>
internal static class TrainingStep
{
    private const double Rate = 1e-4;
    private const double Flat = 1e-12;

    /// <summary>The weighted sum of the outputs must become smaller; layers without weights have nothing to step on.</summary>
    public static void AssertLowers(ExampleRun run)
    {
        var weights = run.Layer.Weights.Where(w => w.Trainable).Select(w => w.Tensor).ToArray();
        if (weights.Length == 0)
        {
            Assert.Empty(run.Example.Instance() is var block ? block.Kind.Infer(block).Weights.Where(w => w.Trainable) : []);
            return;
        }

        var before = ExampleRun.Weighted(run.Forward());
        before.backward();
        var slope = weights.Sum(w => TensorValues.ReadGradient(w).Sum(g => g * g));
        foreach (var weight in weights)
        {
            var gradient = TensorValues.ReadGradient(weight);
            ExampleRun.SetValues(weight, [.. TensorValues.Read(weight).Select((value, i) => value - (Rate * gradient[i]))]);
        }

        var after = ExampleRun.Weighted(run.Forward()).ToDouble();
        Assert.True(slope > Flat, $"{run.Example}: no gradient reaches the weights.");
        Assert.True(after < before.ToDouble(), $"{run.Example}: {before.ToDouble()} became {after}.");
    }
}
