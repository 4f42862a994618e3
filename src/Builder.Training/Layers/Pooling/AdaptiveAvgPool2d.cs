using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Means to a given size. https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html</summary>
public sealed class AdaptiveAvgPool2d(LayerContext context) : UnaryLayer
{
    private readonly long[] _size = [.. context.Block.Ints("output_size", 2)];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.adaptive_avg_pool2d(input, _size);
}
