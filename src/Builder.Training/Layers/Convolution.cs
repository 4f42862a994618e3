using Builder.Graph.Shapes;
using Builder.Training.Acceleration;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>What convolutions share: their settings along each spatial dimension, weight and bias.</summary>
public abstract class ConvolutionLayer : UnaryLayer
{
    /// <summary>
    /// Weights [channels, channels ÷ groups, …kernel] and bias [out_channels]. PyTorch counts the fan-in of both kinds of convolution
    /// from the second size of the weight on.
    /// </summary>
    protected ConvolutionLayer(LayerContext context, int dimensions, bool transposed)
    {
        OneDnn.Check();
        var block = context.Block;
        Stride = [.. block.Ints("stride", dimensions)];
        Padding = [.. block.Ints("padding", dimensions)];
        Dilation = [.. block.Ints("dilation", dimensions)];
        Groups = block.Int("groups");
        var (inputs, outputs) = (block.Input.Shape[1].Size, block.Int("out_channels"));
        var (first, second) = transposed ? (inputs, outputs / Groups) : (outputs, inputs / Groups);
        long[] shape = [first, second, .. block.Ints("kernel_size", dimensions)];
        var fanIn = shape.Skip(1).Aggregate(1L, (product, size) => product * size);
        Kernel = Weight("weight", Initialization.FanIn(context, fanIn, shape));
        Bias = block.Flag("bias") ? Weight("bias", Initialization.FanIn(context, fanIn, outputs)) : null;
    }

    /// <summary>The weight.</summary>
    protected Tensor Kernel { get; }

    /// <summary>The bias; null where it is switched off.</summary>
    protected Tensor? Bias { get; }

    /// <summary>Stride along each dimension.</summary>
    protected long[] Stride { get; }

    /// <summary>Padding along each dimension.</summary>
    protected long[] Padding { get; }

    /// <summary>Dilation along each dimension.</summary>
    protected long[] Dilation { get; }

    /// <summary>Number of groups.</summary>
    protected long Groups { get; }

    /// <summary>The node of this layer. ONNX keeps weights of convolutions as PyTorch does.</summary>
    protected string Convolve(string type, OnnxValue input, OnnxGraph graph, params (string Name, object Value)[] more) => graph.Op(
        type,
        [input.Name, graph.Weight("weight", Kernel), .. Bias is null ? Array.Empty<string>() : [graph.Weight("bias", Bias)]],
        [("kernel_shape", Kernel.shape[2..]), ("strides", Stride), ("pads", (long[])[.. Padding, .. Padding]), ("dilations", Dilation), ("group", Groups), .. more]);
}

/// <summary>Patterns in series. https://pytorch.org/docs/stable/generated/torch.nn.Conv1d.html</summary>
public sealed class Conv1d(LayerContext context) : ConvolutionLayer(context, dimensions: 1, transposed: false)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.conv1d(input, Kernel, Bias, Stride[0], Padding[0], Dilation[0], Groups);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Convolve("Conv", input, graph);
}

/// <summary>Patterns in pictures. https://pytorch.org/docs/stable/generated/torch.nn.Conv2d.html</summary>
public sealed class Conv2d(LayerContext context) : ConvolutionLayer(context, dimensions: 2, transposed: false)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.conv2d(input, Kernel, Bias, Stride, Padding, Dilation, Groups);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Convolve("Conv", input, graph);
}

/// <summary>Series that grow. https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html</summary>
public sealed class ConvTranspose1d(LayerContext context) : ConvolutionLayer(context, dimensions: 1, transposed: true)
{
    private readonly long[] _outputPadding = [.. context.Block.Ints("output_padding", 1)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.conv_transpose1d(
        input, Kernel, Bias, Stride[0], Padding[0], _outputPadding[0], Dilation[0], Groups);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Convolve("ConvTranspose", input, graph, ("output_padding", _outputPadding));
}

/// <summary>Pictures that grow. https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html</summary>
public sealed class ConvTranspose2d(LayerContext context) : ConvolutionLayer(context, dimensions: 2, transposed: true)
{
    private readonly long[] _outputPadding = [.. context.Block.Ints("output_padding", 2)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, ForwardContext pass) => nn.functional.conv_transpose2d(
        input, Kernel, Bias, Stride, Padding, _outputPadding, Dilation, Groups);

    /// <inheritdoc/>
    public override string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph) => Convolve("ConvTranspose", input, graph, ("output_padding", _outputPadding));
}
