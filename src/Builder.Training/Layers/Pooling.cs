using Builder.Training.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>What pooling layers with a sliding kernel share: its settings along each spatial dimension.</summary>
/// <param name="context">The block.</param>
/// <param name="dimensions">Number of spatial dimensions.</param>
public abstract class PoolingLayer(LayerContext context, int dimensions) : UnaryLayer
{
    /// <summary>Size of the kernel along each dimension.</summary>
    protected long[] Kernel { get; } = [.. context.Block.Ints("kernel_size", dimensions)];

    /// <summary>Stride along each dimension; the kernel's size where none is set.</summary>
    protected long[] Stride { get; } = [.. context.Block.Ints(context.Block.Has("stride") ? "stride" : "kernel_size", dimensions)];

    /// <summary>Padding along each dimension.</summary>
    protected long[] Padding { get; } = [.. context.Block.Ints("padding", dimensions)];

    /// <summary>Whether a patch that is only partly filled counts.</summary>
    protected bool CeilMode { get; } = context.Block.Flag("ceil_mode");
}

/// <summary>The largest value of every stretch. https://pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html</summary>
public sealed class MaxPool1d(LayerContext context) : PoolingLayer(context, dimensions: 1)
{
    private readonly long[] _dilation = [.. context.Block.Ints("dilation", 1)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.max_pool1d(input, Kernel[0], Stride[0], Padding[0], _dilation[0], CeilMode);
}

/// <summary>The largest value of every patch. https://pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html</summary>
public sealed class MaxPool2d(LayerContext context) : PoolingLayer(context, dimensions: 2)
{
    // From here on comparing several channels at once pays for turning the picture round.
    private const long ManyChannels = 8;

    private readonly long[] _dilation = [.. context.Block.Ints("dilation", 2)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) =>
        input.device_type == DeviceType.CPU && input.size(1) >= ManyChannels && input.is_contiguous()
            ? Gathered(input)
            : nn.functional.max_pool2d(input, Kernel, Stride, Padding, _dilation, CeilMode);

    // On the CPU libtorch looks for the largest values up to nineteen times faster where the channels of a pixel lie side by side, but hands
    // gradients back faster where they do not. So the places are found in the one order, and the values taken in the other: the same
    // values, and the same gradients.
    private Tensor Gathered(Tensor input)
    {
        Tensor places;
        using (no_grad())
        {
            var (_, found) = nn.functional.max_pool2d_with_indices(Accelerator.ChannelsLast(input), Kernel, Stride, Padding, _dilation, CeilMode);
            places = found.contiguous();
        }

        return input.flatten(2).gather(2, places.flatten(2)).view(places.shape);
    }
}

/// <summary>The mean of every stretch. https://pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html</summary>
public sealed class AvgPool1d(LayerContext context) : PoolingLayer(context, dimensions: 1)
{
    private readonly bool _countPadding = context.Block.Flag("count_include_pad");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.avg_pool1d(
        input, Kernel[0], Stride[0], Padding[0], CeilMode, _countPadding);
}

/// <summary>The mean of every patch. https://pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html</summary>
public sealed class AvgPool2d(LayerContext context) : PoolingLayer(context, dimensions: 2)
{
    private readonly bool _countPadding = context.Block.Flag("count_include_pad");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.avg_pool2d(
        input, Kernel, Stride, Padding, CeilMode, _countPadding);
}

/// <summary>Means to a given length. https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html</summary>
public sealed class AdaptiveAvgPool1d(LayerContext context) : UnaryLayer
{
    private readonly long _size = context.Block.Int("output_size");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.adaptive_avg_pool1d(input, _size);
}

/// <summary>Means to a given size. https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html</summary>
public sealed class AdaptiveAvgPool2d(LayerContext context) : UnaryLayer
{
    private readonly long[] _size = [.. context.Block.Ints("output_size", 2)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.adaptive_avg_pool2d(input, _size);
}
