using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>max(0, margin − t·x) with t = +1 for targets above 0 and −1 for all others. https://keras.io/api/losses/hinge_losses/</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class HingeLoss(LayerContext context) : LossLayer(context)
{
    private readonly double _margin = context.Block.Real("margin");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) =>
        Reduce((_margin - (other.gt(0).to_type(input.dtype) * 2 - 1) * input).relu());
}
