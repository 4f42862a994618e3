using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Multi-class hinge. https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html</summary>
public sealed class MultiMarginLoss : LossLayer
{
    private readonly int _power;
    private readonly double _margin;
    private readonly Tensor? _weight;

    /// <summary>Reads power, margin and the weights of the classes [C].</summary>
    public MultiMarginLoss(LayerContext context)
        : base(context)
    {
        _power = (int)context.Block.Int("p");
        _margin = context.Block.Real("margin");
        _weight = Values("weight");
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) =>
        nn.functional.multi_margin_loss(input, other, _power, _margin, _weight, Reduction);
}
