using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>The largest value of every stretch. https://pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html</summary>
public sealed class MaxPool1d(LayerContext context) : PoolingLayer(context, dimensions: 1)
{
    private readonly long[] _dilation = [.. context.Block.Ints("dilation", 1)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.max_pool1d(input, Kernel[0], Stride[0], Padding[0], _dilation[0], CeilMode);
}
