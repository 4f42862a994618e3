using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Long short-term memory. https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html</summary>
public sealed class LSTM : RecurrentLayer
{
    private readonly TorchSharp.Modules.LSTM _module;

    /// <summary>Weights weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, … as in PyTorch, uniform between ±1/√hidden_size.</summary>
    public LSTM(LayerContext context)
        : base(context) => _module = Module(nn.LSTM(
            InputSize, HiddenSize, Layers, Bias, batchFirst: true, Dropout, Bidirectional, context.Device, context.DType));

    /// <inheritdoc/>
    protected override (Tensor All, Tensor State) Run(Tensor input, bool training)
    {
        _module.train(training);
        var (all, state, _) = _module.call(input);
        return (all, state);
    }
}
