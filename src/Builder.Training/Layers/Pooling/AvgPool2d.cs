using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The mean of every patch. https://pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html</summary>
public sealed class AvgPool2d(LayerContext context) : PoolingLayer(context, dimensions: 2)
{
    private readonly bool _countPadding = context.Block.Flag("count_include_pad");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.avg_pool2d(
        input, Kernel, Stride, Padding, CeilMode, _countPadding);
}
