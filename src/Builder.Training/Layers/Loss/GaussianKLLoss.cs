using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>Divergence of N(mean, exp(log_variance)) from the standard normal distribution, summed over each sample.
/// https://arxiv.org/abs/1312.6114</summary>
/// <param name="context">The block and where it computes.</param>
public sealed class GaussianKLLoss(LayerContext context) : LossLayer(context)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor other, Pass pass) =>
        Reduce((1 + other - input.square() - other.exp()).flatten(1).sum(1) * -0.5);
}
