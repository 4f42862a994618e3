using System.Collections.Immutable;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A random draw from N(mean, exp(log_variance)) while training, the mean otherwise (Kingma and Welling 2014).</summary>
public sealed class Reparameterize : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Math;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Random draw", "随机抽样");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Draws the code of a variational autoencoder at random around its mean, in a way that lets gradients through.",
        "围绕均值随机抽取变分自编码器的编码，同时让梯度得以通过。");

    /// <inheritdoc/>
    public override string Formula => @"z = \mu + \epsilon\, e^{\frac12 \log\sigma^2}, \quad \epsilon \sim \mathcal{N}(0, 1)";

    /// <inheritdoc/>
    public override string Source => "https://arxiv.org/abs/1312.6114";

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } =
        [new("mean", new("Mean", "均值")), new("log_variance", new("Log of variance", "方差的对数"))];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        DistributionPorts.Check(block) is { } problem ? problem : new TensorType(block.Input.Shape);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => "mean + (0.5 * log_variance).exp() * torch.randn_like(mean)";
}
