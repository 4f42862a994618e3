using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Squared for small differences, linear for large ones. https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class HuberLoss(LayerContext context) : LossLayer(context)
{
    private readonly double _delta = context.Block.Real("delta");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => nn.functional.huber_loss(input, other, _delta, Reduction);
}
