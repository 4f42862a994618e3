using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>While training, zero with probability p, the rest divided by 1 − p; otherwise the identity. [*] to [*] (Srivastava et al. 2014).</summary>
public abstract class DropoutKind : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Regularization;

    /// <inheritdoc/>
    public override string Formula => @"y = \frac{m \odot x}{1 - p}, \quad m \sim \mathrm{Bernoulli}(1 - p)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("p", 0.5, new("Probability", "丢弃概率"), new(
            "How likely each value is to be dropped. 0 switches it off.",
            "每个数值被丢弃的可能性，0 表示关闭。"), 0, 1),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        CommonProblems.ValuesExpected(block) is { } problem ? problem : block.Input;

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [block.Value("p")]);
}

/// <summary>Dropout of single elements; [*] to [*].</summary>
public sealed class Dropout : DropoutKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Dropout", "随机失活层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Sets random values to zero while training, so that the network does not just learn the examples by heart.",
        "训练时随机把一些数值置零，防止过拟合（死记硬背样本）。");
}

/// <summary>Dropout of whole channels: [N, C, H, W] to [N, C, H, W] (Tompson et al. 2015).</summary>
public sealed class Dropout2d : DropoutKind
{
    private static readonly MessageTemplate ChangeItToDropout = new(
        "fix-change-it-to-dropout",
        "Change it to Dropout",
        "改为随机失活层");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Channel dropout", "通道随机失活层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like Dropout, but sets whole channels of a picture to zero at once: neighbouring pixels tell almost the same.",
        "与随机失活类似，但一次把图片的整个通道置零，因为相邻像素的信息几乎相同。");

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if (SpatialRules.CheckInput(block, 2) is not { } problem)
        {
            return block.Input;
        }

        return problem.Code == "WrongRank" ? problem with { Fix = ToDropout(block) } : problem;
    }

    private static Fix ToDropout(BlockInstance block) =>
        new(ChangeItToDropout.With(), new ChangeKind(block.Block.Id, "Dropout"));
}
