using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Squared differences. https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class MSELoss(LayerContext context) : LossLayer(context)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) => nn.functional.mse_loss(input, other, Reduction);
}
