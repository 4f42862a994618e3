using Builder.Graph.Data;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Perplexity: among how many equally likely tokens the network in effect hesitates.</summary>
public sealed class PerplexityMetrics : MetricKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Text scores", "文本评分");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Scores how well the next word or letter is foreseen: the number of choices among which the network in effect hesitates. Smaller is better.",
        "评估预测下一个词或字符的效果：相当于网络在多少个选项之间犹豫。越小越好。");

    /// <inheritdoc/>
    public override string Formula => @"e^{\text{cross entropy}}";

    /// <inheritdoc/>
    public override string Source => "https://huggingface.co/docs/transformers/perplexity";

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, target) = (block.Input, block.At("target")!);
        if (input.Shape.Rank < 2 || input.Element == ElementType.Int64)
        {
            return CommonProblems.WrongRank(block, new("one value per token of the vocabulary [N, steps, tokens]", "词表中每个词元一个数值 [N, 步数, 词元数]"));
        }

        if (target.Element != ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, target, new("token numbers as target", "词元编号作为目标"));
        }

        return target.Shape.Equals(input.Shape.Slice(0, input.Shape.Rank - 1)) ? null : CommonProblems.Mismatch(block, "ShapeMismatch", new(
            $"the prediction {input} and the target {target} do not fit together.", $"预测 {input} 与目标 {target} 不匹配。"));
    }
}
