using Builder.Training.Tests.Layers.Contract;
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
        Assert.All(layer.Weights, weight => UniformWeights.Check(TensorValues.Read(weight.Tensor), 0.125));
    }
}
