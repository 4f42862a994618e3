using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Gated recurrent unit. https://pytorch.org/docs/stable/generated/torch.nn.GRU.html</summary>
public sealed class GRU : RecurrentLayer
{
    private readonly TorchSharp.Modules.GRU _module;

    /// <summary>Weights weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, … as in PyTorch, uniform between ±1/√hidden_size.</summary>
    public GRU(LayerContext context)
        : base(context) => _module = Module(nn.GRU(
            InputSize, HiddenSize, Layers, Bias, batchFirst: true, Dropout, Bidirectional, context.Device, context.DType));

    /// <inheritdoc/>
    protected override (Tensor All, Tensor State) Run(Tensor input, bool training)
    {
        _module.train(training);
        return _module.call(input);
    }

    // ONNX's order of the gates is update, reset, new; PyTorch's reset, update, new. PyTorch resets what was remembered behind its linear map.
    /// <inheritdoc/>
    protected override (string Operator, int[] Gates, (string Name, object Value)[] Settings) Onnx => ("GRU", [1, 0, 2], [("linear_before_reset", 1L)]);
}
