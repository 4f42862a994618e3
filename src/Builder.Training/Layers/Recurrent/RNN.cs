using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Plain recurrent layer. https://pytorch.org/docs/stable/generated/torch.nn.RNN.html</summary>
public sealed class RNN : RecurrentLayer
{
    private readonly TorchSharp.Modules.RNN _module;

    /// <summary>Weights weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, … as in PyTorch, uniform between ±1/√hidden_size.</summary>
    public RNN(LayerContext context)
        : base(context) => _module = Module(nn.RNN(
            InputSize, HiddenSize, Layers, Nonlinearity(context), Bias, batchFirst: true, Dropout, Bidirectional, context.Device, context.DType));

    /// <inheritdoc/>
    protected override (Tensor All, Tensor State) Run(Tensor input, bool training)
    {
        _module.train(training);
        return _module.call(input);
    }

    private static nn.NonLinearities Nonlinearity(LayerContext context) =>
        context.Block.Text("nonlinearity") == "tanh" ? nn.NonLinearities.Tanh : nn.NonLinearities.ReLU;
}
