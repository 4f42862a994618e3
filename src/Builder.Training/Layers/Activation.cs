using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Keeps positive values, sets negative ones to zero. https://pytorch.org/docs/stable/generated/torch.nn.ReLU.html</summary>
public sealed class ReLU : UnaryLayer, IChainable
{
    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.ReLU);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.relu(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Relu", [input.Name]);
}

/// <summary>ReLU that stops at 6. https://pytorch.org/docs/stable/generated/torch.nn.ReLU6.html</summary>
public sealed class ReLU6 : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.relu6(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Clip", [input.Name, graph.Float(0), graph.Float(6)]);
}

/// <summary>ReLU with a small slope for negative values. https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html</summary>
public sealed class LeakyReLU(LayerContext context) : UnaryLayer, IChainable
{
    private readonly double _negativeSlope = context.Block.Real("negative_slope");

    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.LeakyReLU, _negativeSlope);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.leaky_relu(input, _negativeSlope);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("LeakyRelu", [input.Name], ("alpha", _negativeSlope));
}

/// <summary>ReLU with a learned slope for negative values. https://pytorch.org/docs/stable/generated/torch.nn.PReLU.html</summary>
public sealed class PReLU : UnaryLayer
{
    private readonly Tensor _weight;

    /// <summary>Slopes [num_parameters], all starting at "init".</summary>
    public PReLU(LayerContext context) => _weight = Weight(
        "weight", Initialization.Zeros(context, context.Block.Int("num_parameters")).fill_(context.Block.Real("init")));

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.prelu(input, _weight);

    /// <inheritdoc/>
    // The slopes belong to dimension 1, so that they stand before the dimensions behind it.
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("PRelu", [
        input.Name,
        _weight.numel() == 1
            ? graph.Weight("weight", _weight)
            : graph.Op("Reshape", [graph.Weight("weight", _weight), graph.Integers([-1, .. Enumerable.Repeat(1L, input.Shape.Rank - 2)])]),
    ]);
}

/// <summary>Smooth for negative values, approaching −alpha. https://pytorch.org/docs/stable/generated/torch.nn.ELU.html</summary>
public sealed class ELU(LayerContext context) : UnaryLayer
{
    private readonly double _alpha = context.Block.Real("alpha");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.elu(input, _alpha);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Elu", [input.Name], ("alpha", _alpha));
}

/// <summary>ELU whose slope is continuous for every alpha. https://pytorch.org/docs/stable/generated/torch.nn.CELU.html</summary>
public sealed class CELU(LayerContext context) : UnaryLayer
{
    private readonly double _alpha = context.Block.Real("alpha");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.celu(input, _alpha);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Celu", [input.Name], ("alpha", _alpha));
}

/// <summary>Scaled ELU that keeps mean and variance steady. https://pytorch.org/docs/stable/generated/torch.nn.SELU.html</summary>
public sealed class SELU : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.selu(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Selu", [input.Name]);
}

/// <summary>Weights each value by how large it is among normal ones. https://pytorch.org/docs/stable/generated/torch.nn.GELU.html</summary>
public sealed class GELU(LayerContext context) : UnaryLayer, IChainable
{
    private readonly TorchSharp.Modules.GELU.Approximate _approximate = context.Block.Text("approximate") == "tanh"
        ? TorchSharp.Modules.GELU.Approximate.tanh
        : TorchSharp.Modules.GELU.Approximate.none;

    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.GELU, _approximate == TorchSharp.Modules.GELU.Approximate.tanh ? 1 : 0);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.gelu(input, _approximate);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Mul", [
        graph.Op("Mul", [input.Name, graph.Float(0.5)]),
        graph.Op("Add", [graph.Float(1), _approximate == TorchSharp.Modules.GELU.Approximate.tanh ? ByTanh(input, graph) : ByErf(input, graph)]),
    ]);

    private static string ByErf(OnnxValue input, OnnxGraph graph) =>
        graph.Op("Erf", [graph.Op("Mul", [input.Name, graph.Float(Math.Sqrt(0.5))])]);

    private static string ByTanh(OnnxValue input, OnnxGraph graph)
    {
        var cube = graph.Op("Mul", [graph.Op("Mul", [input.Name, input.Name]), input.Name]);
        var sum = graph.Op("Add", [input.Name, graph.Op("Mul", [cube, graph.Float(0.044715)])]);
        return graph.Op("Tanh", [graph.Op("Mul", [sum, graph.Float(Math.Sqrt(2 / Math.PI))])]);
    }
}

/// <summary>Value times its own sigmoid. https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html</summary>
public sealed class SiLU : UnaryLayer, IChainable
{
    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.SiLU);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.silu(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Mul", [input.Name, graph.Op("Sigmoid", [input.Name])]);
}

/// <summary>Value times tanh of its softplus. https://pytorch.org/docs/stable/generated/torch.nn.Mish.html</summary>
public sealed class Mish : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.mish(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Mul", [input.Name, graph.Op("Tanh", [graph.Op("Softplus", [input.Name])])]);
}

/// <summary>Smooth ReLU, always positive. https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html</summary>
public sealed class Softplus(LayerContext context) : UnaryLayer
{
    private readonly double _beta = context.Block.Real("beta");
    private readonly double _threshold = context.Block.Real("threshold");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.softplus(input, _beta, _threshold);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        var scaled = graph.Op("Mul", [input.Name, graph.Float(_beta)]);
        var smooth = graph.Op("Div", [graph.Op("Softplus", [scaled]), graph.Float(_beta)]);
        return graph.Op("Where", [graph.Op("Greater", [scaled, graph.Float(_threshold)]), input.Name, smooth]);
    }
}

/// <summary>Any value to between 0 and 1. https://pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html</summary>
public sealed class Sigmoid : UnaryLayer, IChainable
{
    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.Sigmoid);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.sigmoid(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Sigmoid", [input.Name]);
}

/// <summary>Logarithm of the sigmoid. https://pytorch.org/docs/stable/generated/torch.nn.LogSigmoid.html</summary>
public sealed class LogSigmoid : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.logsigmoid(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Neg", [graph.Op("Softplus", [graph.Op("Neg", [input.Name])])]);
}

/// <summary>Sigmoid from straight pieces. https://pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html</summary>
public sealed class Hardsigmoid : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.hardsigmoid(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("HardSigmoid", [input.Name], ("alpha", 1.0 / 6), ("beta", 0.5));
}

/// <summary>Swish from straight pieces. https://pytorch.org/docs/stable/generated/torch.nn.Hardswish.html</summary>
public sealed class Hardswish : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.hardswish(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("HardSwish", [input.Name]);
}

/// <summary>Any value to between −1 and 1. https://pytorch.org/docs/stable/generated/torch.nn.Tanh.html</summary>
public sealed class Tanh : UnaryLayer, IChainable
{
    /// <inheritdoc/>
    public ChainLink Link => new(ChainOperator.Tanh);

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.tanh(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Tanh", [input.Name]);
}

/// <summary>Cuts values off at two limits. https://pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html</summary>
public sealed class Hardtanh(LayerContext context) : UnaryLayer
{
    private readonly double _min = context.Block.Real("min_val");
    private readonly double _max = context.Block.Real("max_val");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) =>
        // On a copy and in place: without that, TorchSharp 0.107 gives back its argument as it was.
        nn.functional.hardtanh(input.clone(), _min, _max, inplace: true);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Clip", [input.Name, graph.Float(_min), graph.Float(_max)]);
}

/// <summary>Value divided by one plus its size. https://pytorch.org/docs/stable/generated/torch.nn.Softsign.html</summary>
public sealed class Softsign : UnaryLayer
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.softsign(input);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Softsign", [input.Name]);
}

/// <summary>The first half of the values, gated by the second. https://pytorch.org/docs/stable/generated/torch.nn.GLU.html</summary>
public sealed class GLU(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.glu(input, _dim);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        var halves = graph.Split(input.Name, 2, _dim);
        return graph.Op("Mul", [halves[0], graph.Op("Sigmoid", [halves[1]])]);
    }
}

/// <summary>Exponentials divided by their sum. https://pytorch.org/docs/stable/generated/torch.nn.Softmax.html</summary>
public sealed class Softmax(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.softmax(input, _dim);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Softmax", [input.Name], ("axis", _dim));
}

/// <summary>Logarithm of the softmax. https://pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html</summary>
public sealed class LogSoftmax(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.log_softmax(input, _dim);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("LogSoftmax", [input.Name], ("axis", _dim));
}
