using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Smooth for negative values, approaching −alpha. https://pytorch.org/docs/stable/generated/torch.nn.ELU.html</summary>
public sealed class ELU(LayerContext context) : UnaryLayer
{
    private readonly double _alpha = context.Block.Real("alpha");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Pass pass) => nn.functional.elu(input, _alpha);
}
