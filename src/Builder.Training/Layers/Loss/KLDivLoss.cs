using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Kullback-Leibler divergence. https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class KLDivLoss(LayerContext context) : LossLayer(context)
{
    private readonly bool _logTarget = context.Block.Flag("log_target");
    private readonly bool _perSample = context.Block.Text("reduction") == "batchmean";

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass)
    {
        // Averaged here: libtorch writes a warning at every call that it averages itself.
        var divergence = nn.functional.kl_div(input, other, _logTarget, nn.Reduction.None);
        return _perSample ? divergence.sum() / input.size(0) : Reduce(divergence);
    }
}
