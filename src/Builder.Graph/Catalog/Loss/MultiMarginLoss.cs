using System.Collections.Immutable;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Multi-class hinge: how far other classes come too close to the right one.</summary>
public sealed class MultiMarginLoss : ClassLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Multi-class hinge", "多类合页损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "For choosing one of several classes: the right class shall lead all others by a margin.",
        "用于从多个类别中选一个：正确类别应领先其他类别一定的间隔。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = \frac{1}{C}\sum_{c \neq t} \max(0,\, m - x_{t} + x_{c})^{p}";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(TaskKind.Classification, OutputActivation.Logits);

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        new("p", ParameterType.Integer, 1, new("Power", "幂次"), new(
            "1 counts a lack of margin plainly, 2 counts it squared.", "1 表示按不足量计，2 表示按平方计。"), 1, 2),
        Parameter.Real("margin", 1, new("Margin", "间隔"), new(
            "By how much the right class shall lead.", "正确类别应领先多少。"), 0, 1e6),
        ClassWeights,
    ];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => block.Input.Shape.Rank == 2 ? base.Check(block)
        : CommonProblems.WrongRank(block, ProblemWords.OneValuePerClass.With());
}
