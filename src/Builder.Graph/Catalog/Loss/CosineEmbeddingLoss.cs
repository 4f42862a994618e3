using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>One minus the cosine of the angle between two lists for pairs that belong together; the cosine above a margin for others.</summary>
public sealed class CosineEmbeddingLoss : LossKind
{
    private static readonly MessageTemplate ShapeMismatch = new(
        "ShapeMismatch.pair",
        "the first is {input}, but the second is {other}. Both must have the same shape.",
        "第一项是 {input}，而第二项是 {other}。两者的形状必须相同。");

    private static readonly MessageTemplate YesOrNo = new(
        "problem-yes-or-no-as-target",
        "one yes or no per sample as target",
        "每个样本一个是或否作为目标");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Cosine loss", "余弦损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lets lists of numbers of things that belong together point in the same direction, and those of others apart. Without a target all pairs belong together.",
        "让相关事物的数值列表指向同一方向，不相关的彼此分开。不接目标时，所有成对内容都视为相关。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = \begin{cases} 1 - \cos(x, y) & t = 1 \\ \max(0, \cos(x, y) - m) & t = -1 \end{cases}";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting => null;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs { get; } =
    [
        new("input", new("First", "第一项")),
        new("other", new("Second", "第二项")),
        new("target", new("Belong together", "是否相关"), Optional: true),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Real("margin", 0, new("Margin", "间隔"), new(
            "Pairs that do not belong together may be this similar (cosine) at no cost.",
            "不相关的内容相似度（余弦）不超过该值时不计损失。"), -1, 1),
    ];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, other) = (block.Input, block.At("other")!);
        if (input.Element == ElementType.Int64 || other.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, input.Element == ElementType.Int64 ? input : other, ProblemWords.PlainValues.With());
        }

        if (input.Shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, ProblemWords.ListOfNumbers.With());
        }

        return input.Shape.Equals(other.Shape) ? CheckTarget(block) : CommonProblems.Mismatch(
            block,
            ShapeMismatch.With(("input", input), ("other", other)));
    }

    private static Problem? CheckTarget(BlockInstance block)
    {
        var batch = block.Input.Shape[0];
        return block.At("target") is not { } target || target.Shape.Equals(new Shape(batch)) || target.Shape.Equals(new Shape(batch, 1)) ? null
            : CommonProblems.WrongRank(block, target, YesOrNo.With());
    }
}
