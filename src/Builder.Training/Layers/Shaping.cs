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
}

/// <summary>One dimension becomes several. https://pytorch.org/docs/stable/generated/torch.nn.Unflatten.html</summary>
public sealed class Unflatten(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");
    private readonly long[] _sizes = [.. context.Block.Ints("unflattened_size")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.unflatten(_dim, _sizes);
}

/// <summary>Each sample's values in other sizes. https://pytorch.org/docs/stable/generated/torch.reshape.html</summary>
public sealed class Reshape(LayerContext context) : UnaryLayer
{
    private readonly long[] _shape = [.. context.Block.Ints("shape")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.reshape([input.size(0), .. _shape]);
}

/// <summary>Dimensions in another order. https://pytorch.org/docs/stable/generated/torch.permute.html</summary>
public sealed class Permute(LayerContext context) : UnaryLayer
{
    private readonly long[] _dims = [.. context.Block.Ints("dims")];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.permute(_dims);
}

/// <summary>One slice along a dimension. https://pytorch.org/docs/stable/generated/torch.select.html</summary>
public sealed class Select(LayerContext context) : UnaryLayer
{
    private readonly long _dim = context.Block.Int("dim");
    private readonly long _index = context.Block.Int("index");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => input.select(_dim, _index);
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
}
