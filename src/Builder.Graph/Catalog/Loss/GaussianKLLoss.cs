using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Divergence of the normal distributions N(mean, exp(log_variance)) from the standard normal one, summed over each sample.</summary>
public sealed class GaussianKLLoss : LossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Gaussian KL", "高斯 KL 损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Keeps the codes of a variational autoencoder close to standard random numbers, so that new samples can be drawn.",
        "使变分自编码器的编码接近标准随机数，这样才能抽取新的样本。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = -\tfrac12 \sum_i \left(1 + \log\sigma_i^2 - \mu_i^2 - \sigma_i^2\right)";

    /// <inheritdoc/>
    public override string Source => "https://arxiv.org/abs/1312.6114";

    /// <inheritdoc/>
    public override Predicting? Predicting => null;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } =
        [new("mean", new("Mean", "均值")), new("log_variance", new("Log of variance", "方差的对数"))];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => DistributionPorts.Check(block);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        $"(-0.5 * (1 + log_variance - mean**2 - log_variance.exp())).flatten(1).sum(1).{block.Text("reduction")}()";
}
