using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Absolute differences. https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class L1Loss(LayerContext context) : LossLayer(context)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => nn.functional.l1_loss(input, other, Reduction);
}
