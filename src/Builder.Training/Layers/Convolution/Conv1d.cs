using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Patterns in series. https://pytorch.org/docs/stable/generated/torch.nn.Conv1d.html</summary>
public sealed class Conv1d(LayerContext context) : ConvolutionLayer(context, dimensions: 1, transposed: false)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.conv1d(input, Kernel, Bias, Stride[0], Padding[0], Dilation[0], Groups);
}
