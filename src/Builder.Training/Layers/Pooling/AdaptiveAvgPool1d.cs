using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Means to a given length. https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool1d.html</summary>
public sealed class AdaptiveAvgPool1d(LayerContext context) : UnaryLayer
{
    private readonly long _size = context.Block.Int("output_size");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.adaptive_avg_pool1d(input, _size);
}
