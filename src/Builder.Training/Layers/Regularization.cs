using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Drops single values while training. https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html</summary>
public sealed class Dropout(LayerContext context) : UnaryLayer, IChainable
{
    private readonly double _p = context.Block.Real("p");

    /// <inheritdoc/>
    public ChainLink? Link => _p is > 0 and < 1 ? new(ChainOperator.Dropout, _p) : null;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.dropout(input, _p, pass.Training);

    /// <inheritdoc/>
    // Outside training nothing is dropped.
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => input.Name;
}

/// <summary>Drops whole channels while training. https://pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html</summary>
public sealed class Dropout2d(LayerContext context) : UnaryLayer
{
    private readonly double _p = context.Block.Real("p");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.dropout2d(input, _p, pass.Training);

    /// <inheritdoc/>
    // Outside training nothing is dropped.
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => input.Name;
}
