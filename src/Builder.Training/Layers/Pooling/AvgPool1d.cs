using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The mean of every stretch. https://pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html</summary>
public sealed class AvgPool1d(LayerContext context) : PoolingLayer(context, dimensions: 1)
{
    private readonly bool _countPadding = context.Block.Flag("count_include_pad");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.avg_pool1d(
        input, Kernel[0], Stride[0], Padding[0], CeilMode, _countPadding);
}
