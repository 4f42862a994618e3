using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The largest value of every patch. https://pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html</summary>
public sealed class MaxPool2d(LayerContext context) : PoolingLayer(context, dimensions: 2)
{
    private readonly long[] _dilation = [.. context.Block.Ints("dilation", 2)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.max_pool2d(input, Kernel, Stride, Padding, _dilation, CeilMode);
}
