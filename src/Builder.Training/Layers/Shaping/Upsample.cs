using static TorchSharp.torch;

namespace Builder.Training.Layers;

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
    public override Tensor Forward(Tensor input, Pass pass) =>
        nn.functional.interpolate(input, _size, _factor, _mode, _alignCorners);

    private static InterpolationMode Mode(string name) => name switch
    {
        "linear" => InterpolationMode.Linear,
        "bilinear" => InterpolationMode.Bilinear,
        "bicubic" => InterpolationMode.Bicubic,
        _ => InterpolationMode.Nearest,
    };
}
