using System.Collections.Immutable;
using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The same number everywhere, in the shape of the input.</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Constant(LayerContext context) : UnaryLayer
{
    private readonly double _value = context.Block.Real("value");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => full_like(input, _value, dtype: context.DType);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Expand", [graph.Float(_value), graph.Op("Shape", [input.Name])]);
}

/// <summary>Random numbers, new in every pass: [N, …size].</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class Noise(LayerContext context) : Layer
{
    private readonly long[] _size = [0, .. context.Block.Ints("size")];
    private readonly bool _normal = context.Block.Text("distribution") == "normal";

    /// <inheritdoc/>
    public override Tensor[] Forward(Tensor?[] inputs, ForwardContext pass)
    {
        _size[0] = pass.BatchSize;
        return [_normal
            ? randn(_size, dtype: context.DType, device: context.Device)
            : rand(_size, dtype: context.DType, device: context.Device)];
    }

    // Random numbers are an input of the graph, so that whoever uses it can draw them anew, or the same again.
    /// <inheritdoc/>
    public override string[] ToOnnx(OnnxValue?[] inputs, ImmutableArray<TensorType> outputs, OnnxGraph graph) =>
        [graph.Input(graph.Scope, OnnxElement.Float, outputs[0].Shape)];
}
