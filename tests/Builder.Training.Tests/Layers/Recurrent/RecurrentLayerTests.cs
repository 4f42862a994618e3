using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

public class RecurrentLayerTests
{
    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void Dropout_between_layers_acts_in_training_only(string kind)
    {
        using var scope = NewDisposeScope();
        using var layer = LayerProbe.Create(kind, [[2, 4, 3]], ("hidden_size", 8), ("num_layers", 2), ("dropout", 0.5));
        var input = randn([2, 4, 3]);
        var calm = layer.Run(new(false, 2), input);
        Assert.Equal(calm, layer.Run(new(false, 2), input));
        Assert.NotEqual(calm, layer.Run(new(true, 2), input));
    }

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void Weights_start_uniform_between_the_bounds_of_PyTorch(string kind)
    {
        using var layer = LayerProbe.Create(kind, [[2, 4, 16]], ("hidden_size", 64));
        foreach (var weight in layer.Weights)
        {
            using var scope = NewDisposeScope();
            var values = weight.Tensor.detach().cpu().data<float>().ToArray();
            Assert.All(values, value => Assert.InRange(value, -0.125f, 0.125f));
            // Of n uniform values the largest stays below (1 − x) of the bound with probability (1 − x/2)ⁿ ≈ exp(−xn/2): 1e-11 here.
            var reach = 0.125f * (1 - (50f / values.Length));
            Assert.True(values.Max() > reach && values.Min() < -reach, weight.Name);
        }
    }
}
