using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Perplexity: among how many equally likely tokens the network in effect hesitates.</summary>
public sealed class PerplexityMetrics : MetricKind
{
    private static readonly MessageTemplate TokenForEachStep = new(
        "ShapeMismatch.token-for-each-step",
        "it needs one right token for each step of the prediction {prediction}, which would be {places}, but the target has token numbers {target}.",
        "预测 {prediction} 的每一步需要一个正确的词元，即 {places}，但目标的词元编号是 {target}。");

    private static readonly MessageTemplate TokenForEachSample = new(
        "ShapeMismatch.token-for-each-sample",
        "it needs one right token for each sample of the prediction {prediction}, which would be {places}, but the target has token numbers {target}.",
        "预测 {prediction} 的每个样本需要一个正确的词元，即 {places}，但目标的词元编号是 {target}。");

    private static readonly MessageTemplate OneValuePerTokenOfVocabulary = new(
        "problem-one-value-per-token-of-vocabulary",
        "one value per token of the vocabulary [N, steps, tokens]",
        "词表中每个词元一个数值 [N, 步数, 词元数]");

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
    public override Predicting Predicting { get; } = new(TaskKind.LanguageModel, null);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (input, target) = (block.Input, block.At("target")!);
        if (input.Shape.Rank < 2 || input.Element == ElementType.Int64)
        {
            return CommonProblems.WrongRank(block, OneValuePerTokenOfVocabulary.With());
        }

        if (target.Element != ElementType.Int64)
        {
            return NumberTarget(block, target, ProblemWords.TokenNumbers.With());
        }

        var places = input.Shape.Slice(0, input.Shape.Rank - 1);
        return target.Shape.Equals(places) ? null : CommonProblems.Mismatch(
            block, (places.Rank > 1 ? TokenForEachStep : TokenForEachSample).With(("prediction", input), ("places", places), ("target", target)));
    }
}
