using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>An activation over all elements along dim, which become shares of 1; [*] to [*].</summary>
public abstract class SoftmaxKind : ActivationKind
{
    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", -1, new("Dimension", "维度"), new(
            "Along which dimension the values are compared; -1 is the last one, 1 the classes or channels.",
            "沿哪个维度比较数值：-1 表示最后一维，1 表示类别或通道。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        DimRule.Check(block, "dim", -1) is { } problem ? problem : base.Infer(block);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [], ("dim", block.Int("dim")));
}

/// <summary>exp(x) divided by its sum along dim: probabilities; [*] to [*].</summary>
public sealed class Softmax : SoftmaxKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Softmax", "Softmax 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns scores into probabilities that add up to 1. Not needed before cross-entropy, which does it itself.",
        "把得分变成总和为 1 的概率。交叉熵损失会自己完成这一步，因此在它之前不需要。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{e^{x_i}}{\sum_j e^{x_j}}";
}

/// <summary>log(softmax(x)) along dim, computed without overflow; [*] to [*].</summary>
public sealed class LogSoftmax : SoftmaxKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("LogSoftmax", "LogSoftmax 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns scores into the logarithms of probabilities, as the NLL loss expects them.",
        "把得分变成概率的对数，供负对数似然（NLL）损失使用。");

    /// <inheritdoc/>
    public override string Formula => @"\ln \frac{e^{x_i}}{\sum_j e^{x_j}}";
}
