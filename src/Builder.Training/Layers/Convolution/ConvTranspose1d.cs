using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Series that grow. https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html</summary>
public sealed class ConvTranspose1d(LayerContext context) : ConvolutionLayer(context, dimensions: 1, transposed: true)
{
    private readonly long[] _outputPadding = [.. context.Block.Ints("output_padding", 1)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.conv_transpose1d(
        input, Kernel, Bias, Stride[0], Padding[0], _outputPadding[0], Dilation[0], Groups);
}
