using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Negative logarithm of the softmax probability of the right class.
/// https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class CrossEntropyLoss(LayerContext context) : ClassLossLayer(context)
{
    private readonly double _labelSmoothing = context.Block.Real("label_smoothing");

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input, Tensor target) => nn.functional.cross_entropy(
        input, target, ClassWeight, IgnoreIndex, Reduction, _labelSmoothing);
}
