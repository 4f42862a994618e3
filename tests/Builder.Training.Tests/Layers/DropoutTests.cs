using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Layers.Examples;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

public class DropoutTests
{
    private const double P = 0.25;

    [Fact]
    public void In_training_a_share_of_p_values_is_zero_and_the_rest_is_scaled_up()
    {
        var output = Train("Dropout", 100, 200);
        Assert.All(output, value => Assert.True(value is 0 || Math.Abs(value - (1 / (1 - P))) < 1e-6));
        Assert.InRange(output.Count(value => value is 0) / (double)output.Length, P - 0.02, P + 0.02);
    }

    [Fact]
    public void Channel_dropout_drops_whole_channels()
    {
        var output = Train("Dropout2d", 50, 40, 3, 3);
        var channels = output.Chunk(9).ToArray();
        Assert.All(channels, channel => Assert.Single(channel.Distinct()));
        Assert.InRange(channels.Count(channel => channel[0] is 0) / (double)channels.Length, P - 0.05, P + 0.05);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 0.0)]
    public void The_ends_of_the_range_keep_everything_or_nothing(double p, double value)
    {
        var example = LayerExample.Of("Dropout", ExampleInput.Values(4, 5).Between(1, 1)).With("p", p).InTraining();
        using var run = new ExampleRun(example, ScalarType.Float32, seed: 1);
        Assert.All(TensorValues.Read(run.Forward()[0]), found => Assert.Equal(value, found));
    }

    private static double[] Train(string kind, params long[] shape)
    {
        var example = LayerExample.Of(kind, ExampleInput.Values(shape).Between(1, 1)).With("p", P).InTraining();
        using var run = new ExampleRun(example, ScalarType.Float32, seed: 1);
        return TensorValues.Read(run.Forward()[0]);
    }
}
