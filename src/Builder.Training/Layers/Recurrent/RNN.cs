using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Plain recurrent layer. https://pytorch.org/docs/stable/generated/torch.nn.RNN.html</summary>
public sealed class RNN : RecurrentLayer
{
    private readonly TorchSharp.Modules.RNN _module;
    private readonly string _activation;

    /// <summary>Weights weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0, … as in PyTorch, uniform between ±1/√hidden_size.</summary>
    public RNN(LayerContext context)
        : base(context)
    {
        var isTanh = context.Block.Text("nonlinearity") == "tanh";
        _activation = isTanh ? "Tanh" : "Relu";
        _module = Module(nn.RNN(
            InputSize, HiddenSize, Layers, isTanh ? nn.NonLinearities.Tanh : nn.NonLinearities.ReLU, Bias, batchFirst: true, Dropout, Bidirectional,
            context.Device, context.DType));
    }

    /// <inheritdoc/>
    protected override (Tensor All, Tensor State) Run(Tensor input, bool training)
    {
        _module.train(training);
        return _module.call(input);
    }

    /// <inheritdoc/>
    protected override (string Operator, int[] Gates, (string Name, object Value)[] Settings) Onnx =>
        ("RNN", [0], [("activations", Enumerable.Repeat(_activation, Bidirectional ? 2 : 1).ToArray())]);
}
