using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Pictures that grow. https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html</summary>
public sealed class ConvTranspose2d(LayerContext context) : ConvolutionLayer(context, dimensions: 2, transposed: true)
{
    private readonly long[] _outputPadding = [.. context.Block.Ints("output_padding", 2)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.conv_transpose2d(
        input, Kernel, Bias, Stride, Padding, _outputPadding, Dilation, Groups);
}
