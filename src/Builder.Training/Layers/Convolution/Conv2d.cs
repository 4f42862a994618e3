using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Patterns in pictures. https://pytorch.org/docs/stable/generated/torch.nn.Conv2d.html</summary>
public sealed class Conv2d(LayerContext context) : ConvolutionLayer(context, dimensions: 2, transposed: false)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.conv2d(input, Kernel, Bias, Stride, Padding, Dilation, Groups);
}
