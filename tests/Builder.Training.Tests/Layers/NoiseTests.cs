using Builder.Graph.Documents;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

public class NoiseTests
{
    [Fact]
    public void Normal_noise_has_mean_zero_and_spread_one()
    {
        var noise = Draw("normal");
        Assert.Equal(0, noise.Average(), 0.02);
        Assert.Equal(1, Math.Sqrt(noise.Average(x => x * x)), 0.02);
    }

    [Fact]
    public void Uniform_noise_fills_the_range_from_zero_to_one()
    {
        var noise = Draw("uniform");
        Assert.All(noise, value => Assert.InRange(value, 0, 1));
        Assert.Equal(0.5, noise.Average(), 0.01);
        Assert.Equal(1 / 3.0, noise.Average(x => x * x), 0.01);
    }

    [Fact]
    public void Every_pass_draws_anew_and_the_same_seed_draws_the_same()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerProbe.Create("Noise", [], ("size", 5));
        manual_seed(3);
        var (first, second) = (layer.Run(new(true, 4)), layer.Run(new(true, 2)));
        manual_seed(3);
        Assert.Equal(first, layer.Run(new(true, 4)));
        Assert.NotEqual(first[..10], second);
        Assert.Equal((20, 10), (first.Length, second.Length));
    }

    private static float[] Draw(string distribution)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var layer = LayerProbe.Create("Noise", [], ("size", ParameterValue.Of(10, 10)), ("distribution", distribution));
        return layer.Run(new(Training: true, BatchSize: 400));
    }
}
