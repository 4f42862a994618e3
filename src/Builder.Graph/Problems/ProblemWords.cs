using Builder.Graph.Messages;

namespace Builder.Graph.Problems;

/// <summary>Titles of fixes and parts of problems that several rules say in the same words.</summary>
internal static class ProblemWords
{
    public static readonly MessageTemplate GiveItWeightsOfItsOwn = new(
        "fix-give-it-weights-of-its-own",
        "Give it weights of its own",
        "改用自己的权重");

    public static readonly MessageTemplate InsertEmbeddingBeforeIt = new(
        "fix-insert-embedding-before-it", "Insert an Embedding before it", "在前面插入嵌入层");

    public static readonly MessageTemplate ListOfNumbers = new(
        "problem-list-of-numbers",
        "a list of numbers [N, features]",
        "数值列表 [N, 特征数]");

    public static readonly MessageTemplate OneValuePerClass = new(
        "problem-one-value-per-class",
        "one value per class [N, classes]",
        "每个类别一个数值 [N, 类别数]");

    public static readonly MessageTemplate PlainValues = new("problem-plain-values", "plain values", "普通数值");

    public static readonly MessageTemplate RemoveBlock = new("fix-remove-block", "Remove the block", "删除这个模块");

    public static readonly MessageTemplate SamplesWithSeveralValues = new(
        "problem-samples-with-several-values",
        "samples with several values [N, …]",
        "含多个数值的样本 [N, …]");

    public static readonly MessageTemplate Sequence = new(
        "problem-sequence",
        "a sequence [N, steps, features]",
        "序列 [N, 步数, 特征数]");

    public static readonly MessageTemplate SetItTo = new("fix-set-it-to", "Set it to {value}", "设为 {value}");

    public static readonly MessageTemplate SetTo = new("fix-set-to", "Set {parameter} to {value}", "将 {parameter} 设为 {value}");

    public static readonly MessageTemplate ShapeMismatch = new(
        "ShapeMismatch",
        "the prediction is {input}, but the target is {target}. Both must have the same shape.",
        "预测是{input}，而目标是{target}。两者的形状必须相同。");

    public static readonly MessageTemplate TokenNumbers = new("problem-token-numbers", "token numbers", "词元编号");

    public static readonly MessageTemplate UseNearest = new("fix-use-nearest", "Use “{nearest}”", "使用“{nearest}”");

    public static readonly MessageTemplate OutsideGroup = new(
        "OutsideGroup",
        "this block has a meaning only inside a group.",
        "该模块只在分组内部才有意义。");

    public static readonly MessageTemplate RemoveIt = new("fix-remove-it", "Remove it", "删除它");

    public static readonly MessageTemplate UseOnly = new("fix-use-only", "Use {name} only", "只用 {name}");
}
