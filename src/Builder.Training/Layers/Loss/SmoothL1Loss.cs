using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Squared for small differences, absolute for large ones. https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class SmoothL1Loss(LayerContext context) : LossLayer(context)
{
    private readonly double _beta = context.Block.Real("beta");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => nn.functional.smooth_l1_loss(input, other, Reduction, _beta);
}
