using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Neighbouring dimensions become one. https://pytorch.org/docs/stable/generated/torch.nn.Flatten.html</summary>
public sealed class Flatten(LayerContext context) : UnaryLayer, IChainable
{
    private readonly long _start = context.Block.Int("start_dim");
    private readonly long _end = context.Block.Int("end_dim");

    /// <inheritdoc/>
    public ChainLink? Link => _end == -1 ? new(ChainOperator.Flatten, _start) : null;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.flatten(_start, _end);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Reshape(input, output.Shape);
}

/// <summary>One dimension becomes several. https://pytorch.org/docs/stable/generated/torch.nn.Unflatten.html</summary>
public sealed class Unflatten(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");
    private readonly long[] _sizes = [.. context.Block.Ints("unflattened_size")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.unflatten(_dim, _sizes);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Reshape(input, output.Shape);
}

/// <summary>Each sample's values in other sizes. https://pytorch.org/docs/stable/generated/torch.reshape.html</summary>
public sealed class Reshape(LayerContext context) : UnaryLayer
{
    private readonly long[] _shape = [.. context.Block.Ints("shape")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.reshape([input.size(0), .. _shape]);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Reshape(input, output.Shape);
}

/// <summary>Dimensions in another order. https://pytorch.org/docs/stable/generated/torch.permute.html</summary>
public sealed class Permute(LayerContext context) : UnaryLayer
{
    private readonly long[] _dims = [.. context.Block.Ints("dims")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.permute(_dims);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Transpose", [input.Name], ("perm", Array.ConvertAll(_dims, dim => dim < 0 ? dim + input.Shape.Rank : dim)));
}

/// <summary>One slice along a dimension. https://pytorch.org/docs/stable/generated/torch.select.html</summary>
public sealed class Select(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");
    private readonly long _index = context.Block.Int("index");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.select(_dim, _index);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => graph.Op("Gather", [input.Name, graph.Integer(_index)], ("axis", _dim));
}

/// <summary>Adds a margin. https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html</summary>
public sealed class Pad(LayerContext context) : UnaryLayer
{
    private readonly long[] _pad = [.. context.Block.Ints("pad")];
    private readonly PaddingModes _mode = Mode(context.Block.Text("mode"));
    private readonly double _value = context.Block.Real("value");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.pad(input, _pad, _mode, _value);

    private static PaddingModes Mode(string name) => name switch
    {
        "reflect" => PaddingModes.Reflect,
        "replicate" => PaddingModes.Replicate,
        "circular" => PaddingModes.Circular,
        _ => PaddingModes.Constant,
    };

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => _mode switch
    {
        PaddingModes.Constant => graph.Op("Pad", [input.Name, graph.Integers(Ends(input.Shape.Rank)), graph.Float(_value)], ("mode", "constant")),
        PaddingModes.Reflect => graph.Op("Pad", [input.Name, graph.Integers(Ends(input.Shape.Rank))], ("mode", "reflect")),
        PaddingModes.Replicate => graph.Op("Pad", [input.Name, graph.Integers(Ends(input.Shape.Rank))], ("mode", "edge")),
        _ => Enumerable.Range(0, _pad.Length / 2).Aggregate(input.Name, (value, place) => Around(value, input.Shape.Rank - 1 - place, _pad[2 * place], _pad[(2 * place) + 1], graph)),
    };

    // PyTorch begins with the last dimension and names both of its ends; ONNX names the beginnings of all dimensions, then the ends.
    private long[] Ends(int rank)
    {
        var ends = new long[2 * rank];
        for (var place = 0; place < _pad.Length / 2; place++)
        {
            (ends[rank - 1 - place], ends[(2 * rank) - 1 - place]) = (_pad[2 * place], _pad[(2 * place) + 1]);
        }

        return ends;
    }

    // Padding all around came to ONNX with opset 19: until then the margins are cut out of the other side.
    private static string Around(string value, long dim, long before, long after, OnnxGraph graph)
    {
        string Cut(long from, long to) => graph.Op("Slice", [value, graph.Integers(from), graph.Integers(to), graph.Integers(dim)]);
        string[] parts = [.. before > 0 ? [Cut(-before, long.MaxValue)] : Array.Empty<string>(), value, .. after > 0 ? [Cut(0, after)] : Array.Empty<string>()];
        return parts.Length == 1 ? value : graph.Op("Concat", parts, ("axis", dim));
    }
}

/// <summary>Series and pictures in another size. https://pytorch.org/docs/stable/generated/torch.nn.Upsample.html</summary>
public sealed class Upsample : UnaryLayer
{
    private readonly long[]? _size;
    private readonly double[]? _factor;
    private readonly InterpolationMode _mode;
    private readonly bool? _alignCorners;

    /// <summary>Has no weights.</summary>
    public Upsample(LayerContext context)
    {
        var (block, dimensions) = (context.Block, context.Block.Input.Shape.Rank - 2);
        _size = block.Has("size") ? [.. block.Ints("size", dimensions)] : null;
        _factor = _size is null ? [.. Enumerable.Repeat(block.Real("scale_factor"), dimensions)] : null;
        _mode = Mode(block.Text("mode"));
        _alignCorners = _mode == InterpolationMode.Nearest ? null : block.Flag("align_corners");
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) =>
        nn.functional.interpolate(input, _size, _factor, _mode, _alignCorners);

    private static InterpolationMode Mode(string name) => name switch
    {
        "linear" => InterpolationMode.Linear,
        "bilinear" => InterpolationMode.Bilinear,
        "bicubic" => InterpolationMode.Bicubic,
        _ => InterpolationMode.Nearest,
    };

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph)
    {
        // Where no size is given, the factor itself decides which places are looked at, as in PyTorch.
        string[] target = _size is null
            ? ["", graph.Floats([1, 1, .. _factor!.Select(factor => (float)factor)], input.Shape.Rank)]
            : ["", "", graph.Op("Concat", [graph.Op("Shape", [input.Name], ("start", 0L), ("end", 2L)), graph.Integers(_size)], ("axis", 0L))];
        var mode = _mode switch { InterpolationMode.Nearest => "nearest", InterpolationMode.Bicubic => "cubic", _ => "linear" };
        var places = _mode == InterpolationMode.Nearest ? "asymmetric" : _alignCorners == true ? "align_corners" : "half_pixel";
        return graph.Op("Resize", [input.Name, .. target], ("mode", mode), ("coordinate_transformation_mode", places), ("nearest_mode", "floor"), ("cubic_coeff_a", -0.75));
    }
}
