using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Negative of the log-probability of the right class. https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class NLLLoss(LayerContext context) : ClassLossLayer(context)
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input, Tensor target) => nn.functional.nll_loss(input, Known(target), ClassWeight, Reduction);

    /// <summary>TorchSharp's function has no ignore_index, but ignores PyTorch's default.</summary>
    private Tensor Known(Tensor target) =>
        IgnoreIndex == DefaultIgnoreIndex ? target : target.masked_fill(target.eq(IgnoreIndex), DefaultIgnoreIndex);
}
