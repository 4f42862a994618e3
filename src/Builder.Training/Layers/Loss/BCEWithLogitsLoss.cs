using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Binary cross entropy after a sigmoid. https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html</summary>
public sealed class BCEWithLogitsLoss : LossLayer
{
    private readonly Tensor? _positiveWeight;

    /// <summary>Reads pos_weight [1] or [K].</summary>
    public BCEWithLogitsLoss(LayerContext context)
        : base(context) => _positiveWeight = Values("pos_weight");

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) =>
        nn.functional.binary_cross_entropy_with_logits(input, other, reduction: Reduction, pos_weights: _positiveWeight);
}
