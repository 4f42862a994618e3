using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>ReLU with a small slope for negative values. https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html</summary>
public sealed class LeakyReLU(LayerContext context) : UnaryLayer
{
    private readonly double _negativeSlope = context.Block.Real("negative_slope");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.leaky_relu(input, _negativeSlope);
}
