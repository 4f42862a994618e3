using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Layers.Examples;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

/// <summary>Fresh weights have the distributions that PyTorch's have.</summary>
public class InitializationTests
{
    [Theory]
    [InlineData("Linear", "out_features", 0.125)]
    [InlineData("Conv2d", "out_channels", 0.125)]
    [InlineData("Conv1d", "out_channels", 0.125)]
    [InlineData("ConvTranspose2d", "out_channels", 0.0625)]
    public void Weights_and_biases_are_uniform_between_the_bounds_of_the_fan_in(string kind, string outputs, double bound)
    {
        // A fan-in of 64 = 64 numbers, 16 channels of 2×2, or 64 channels of 1; transposed: 64 output channels of 2×2 = 256.
        var (input, kernel) = kind switch
        {
            "Linear" => (ExampleInput.Values(1, 64), 0L),
            "Conv2d" => (ExampleInput.Values(1, 16, 4, 4), 2L),
            "Conv1d" => (ExampleInput.Values(1, 64, 4), 1L),
            _ => (ExampleInput.Values(1, 16, 4, 4), 2L),
        };
        var example = LayerExample.Of(kind, input).With(outputs, 64);
        example = kernel == 0 ? example : example.With("kernel_size", kernel);
        using var scope = NewDisposeScope();
        using var layer = LayerFactory.Create(new LayerContext(example.Instance(), ScalarType.Float32, TestDevice.Current));
        Assert.Equal(["weight", "bias"], layer.Weights.Select(w => w.Name));
        Assert.All(layer.Weights, weight => UniformWeights.Check(TensorValues.Read(weight.Tensor), bound));
    }

    [Fact]
    public void Embeddings_start_standard_normal_with_a_padding_row_of_zeros()
    {
        var example = LayerExample.Of("Embedding", ExampleInput.Numbers(200, 3)).With("embedding_dim", 50).With("padding_idx", 7);
        using var scope = NewDisposeScope();
        using var layer = LayerFactory.Create(new LayerContext(example.Instance(), ScalarType.Float32, TestDevice.Current));
        var rows = TensorValues.Read(layer.Weights.Single().Tensor).Chunk(50).ToArray();
        Assert.All(rows[7], value => Assert.Equal(0, value));
        var values = rows.Where((_, row) => row != 7).SelectMany(row => row).ToArray();
        Assert.InRange(values.Average(), -0.05, 0.05);
        Assert.InRange(values.Average(v => v * v), 0.93, 1.07);
    }
}
