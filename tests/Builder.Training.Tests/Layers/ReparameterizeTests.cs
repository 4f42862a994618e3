using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

public class ReparameterizeTests
{
    [Fact]
    public void Training_draws_around_the_mean_with_the_given_variance()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var layer = LayerProbe.Create("Reparameterize", [[40_000, 1], [40_000, 1]]);
        var drawn = layer.Run(new(true, 40_000), full([40_000, 1], 3.0), full([40_000, 1], Math.Log(4)));
        Assert.Equal(3, drawn.Average(), 0.05);
        Assert.Equal(2, Math.Sqrt(drawn.Average(x => (x - 3) * (x - 3))), 0.05);
    }

    [Fact]
    public void Gradients_reach_mean_and_variance_through_the_draw()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerProbe.Create("Reparameterize", [[5, 2], [5, 2]]);
        var (mean, logVariance) = (Zeros(), Zeros());
        var drawn = layer.Forward([mean, logVariance], new(true, 5))[0];
        drawn.sum().backward();
        Assert.All(TensorValues.ReadGradient(mean), g => Assert.Equal(1, g));
        Assert.Equal(TensorValues.Read(drawn).Select(z => z / 2), TensorValues.ReadGradient(logVariance));
    }

    private static Tensor Zeros() => zeros([5, 2], device: TestDevice.Current).requires_grad_();
}
