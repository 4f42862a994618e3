using Builder.Graph.Shapes;
using Builder.Training.Acceleration;
using Builder.Training.Onnx;
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

    /// <summary>The output's size is rounded by PyTorch's own rule: what a patch reaches beyond the padding is told to ONNX as more padding.</summary>
    /// <returns>How much is added at the end of each dimension.</returns>
    /// <exception cref="OnnxLengthException">A size is not known.</exception>
    protected long[] Reach(OnnxValue input, TensorType output, long[] dilation) => !CeilMode ? new long[Kernel.Length] :
    [
        .. Kernel.Select((kernel, i) => (input.Shape[i + 2], output.Shape[i + 2]) is ({ IsKnown: true } size, { IsKnown: true } result)
            ? Math.Max(0, ((result.Size - 1) * Stride[i]) + (dilation[i] * (kernel - 1)) + 1 - size.Size - (2 * Padding[i]))
            : throw new OnnxLengthException()),
    ];

    /// <summary>A margin at the end of the spatial dimensions.</summary>
    protected static string Widened(string input, long[] before, long[] after, double value, OnnxGraph graph) => before.Concat(after).All(width => width == 0)
        ? input : graph.Op("Pad", [input, graph.Integers([0, 0, .. before, 0, 0, .. after]), graph.Float(value)], ("mode", "constant"));

    /// <summary>The largest values.</summary>
    protected string Largest(OnnxValue input, TensorType output, long[] dilation, OnnxGraph graph) => graph.Op(
        "MaxPool",
        [Widened(input.Name, new long[Kernel.Length], Reach(input, output, dilation), double.NegativeInfinity, graph)],
        ("kernel_shape", Kernel), ("strides", Stride), ("pads", (long[])[.. Padding, .. Padding]), ("dilations", dilation));

    /// <summary>The means. Padding may count; what a patch reaches beyond it never does.</summary>
    protected string Means(OnnxValue input, TensorType output, bool countPadding, OnnxGraph graph)
    {
        var reach = Reach(input, output, [.. Kernel.Select(_ => 1L)]);
        var (inside, outside) = countPadding ? (Padding, new long[Padding.Length]) : (new long[Padding.Length], Padding);
        return graph.Op(
            "AveragePool", [Widened(input.Name, inside, inside, 0, graph)],
            ("kernel_shape", Kernel), ("strides", Stride), ("pads", (long[])[.. outside, .. outside.Zip(reach, (padding, more) => padding + more)]));
    }
}

/// <summary>The largest value of every stretch. https://pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html</summary>
public sealed class MaxPool1d(LayerContext context) : PoolingLayer(context, dimensions: 1)
{
    private readonly long[] _dilation = [.. context.Block.Ints("dilation", 1)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.max_pool1d(input, Kernel[0], Stride[0], Padding[0], _dilation[0], CeilMode);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Largest(input, output, _dilation, graph);
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

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Largest(input, output, _dilation, graph);
}

/// <summary>The mean of every stretch. https://pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html</summary>
public sealed class AvgPool1d(LayerContext context) : PoolingLayer(context, dimensions: 1)
{
    private readonly bool _countPadding = context.Block.Flag("count_include_pad");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.avg_pool1d(
        input, Kernel[0], Stride[0], Padding[0], CeilMode, _countPadding);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Means(input, output, _countPadding, graph);
}

/// <summary>The mean of every patch. https://pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html</summary>
public sealed class AvgPool2d(LayerContext context) : PoolingLayer(context, dimensions: 2)
{
    private readonly bool _countPadding = context.Block.Flag("count_include_pad");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.avg_pool2d(
        input, Kernel, Stride, Padding, CeilMode, _countPadding);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Means(input, output, _countPadding, graph);
}

/// <summary>Means to a given length. https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html</summary>
public sealed class AdaptiveAvgPool1d(LayerContext context) : UnaryLayer
{
    private readonly long _size = context.Block.Int("output_size");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.adaptive_avg_pool1d(input, _size);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => AdaptiveMeans.ToOnnx(input, [_size], graph);
}

/// <summary>Means to a given size. https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html</summary>
public sealed class AdaptiveAvgPool2d(LayerContext context) : UnaryLayer
{
    private readonly long[] _size = [.. context.Block.Ints("output_size", 2)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.adaptive_avg_pool2d(input, _size);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => AdaptiveMeans.ToOnnx(input, _size, graph);
}

/// <summary>Means to a given size in an ONNX graph, which has no operator for them.</summary>
internal static class AdaptiveMeans
{
    /// <summary>The product with a matrix of shares for each dimension: place i is the mean from ⌊i·L/S⌋ to ⌈(i+1)·L/S⌉.</summary>
    /// <exception cref="OnnxLengthException">A size is not known, and the result is no single mean of it.</exception>
    public static string ToOnnx(OnnxValue input, long[] sizes, OnnxGraph graph)
    {
        var value = input.Name;
        for (var i = 0; i < sizes.Length; i++)
        {
            value = AlongLast(value, input.Shape[i + 2], sizes[i], isLast: i == sizes.Length - 1, graph);
        }

        return value;
    }

    private static string AlongLast(string value, Dim size, long parts, bool isLast, OnnxGraph graph)
    {
        if (parts == 1)
        {
            return graph.Op("ReduceMean", [value], ("axes", (long[])[isLast ? -1 : -2]), ("keepdims", 1L));
        }

        var length = size.IsKnown ? size.Size : throw new OnnxLengthException();
        var shares = new float[length * parts];
        for (var part = 0L; part < parts; part++)
        {
            var (from, to) = (part * length / parts, (((part + 1) * length) + parts - 1) / parts);
            for (var place = from; place < to; place++)
            {
                // The last dimension is multiplied from the right, the one before it from the left.
                shares[isLast ? (place * parts) + part : (part * length) + place] = 1f / (to - from);
            }
        }

        return isLast
            ? graph.Op("MatMul", [value, graph.Floats(shares, length, parts)])
            : graph.Op("MatMul", [graph.Floats(shares, parts, length), value]);
    }
}
