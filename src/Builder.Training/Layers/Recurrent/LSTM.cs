using Builder.Training.Acceleration;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Long short-term memory. https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html</summary>
public sealed class LSTM : RecurrentLayer
{
    private readonly TorchSharp.Modules.LSTM _module;

    /// <summary>Weights weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, … as in PyTorch, uniform between ±1/√hidden_size.</summary>
    public LSTM(LayerContext context)
        : base(context)
    {
        OneDnn.Check();
        _module = Module(nn.LSTM(InputSize, HiddenSize, Layers, Bias, batchFirst: true, Dropout, Bidirectional, context.Device, context.DType));
    }

    /// <inheritdoc/>
    protected override (Tensor All, Tensor State) Run(Tensor input, bool training)
    {
        _module.train(training);
        var (all, state, _) = _module.call(input);
        return (all, state);
    }

    // ONNX's order of the gates is input, output, forget, cell; PyTorch's input, forget, cell, output.
    /// <inheritdoc/>
    protected override (string Operator, int[] Gates, (string Name, object Value)[] Settings) Onnx => ("LSTM", [0, 3, 1, 2], []);
}
