using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Binary cross entropy after a sigmoid.</summary>
public sealed class BCEWithLogitsLoss : ElementwiseLossKind
{
    private static readonly MessageTemplate WeightMismatch = new(
        "WeightMismatch.outputs",
        "there are {length} weights of yes for {size} outputs.",
        "有 {length} 个“是”的权重，却有 {size} 个输出。");

    private static readonly MessageTemplate LabelsCompete = new(
        "LabelsCompete",
        "“{layer}” before it shares out one certainty among all labels, so that only one of them can be likely, but a row may have several. This loss takes raw outputs.",
        "前面的“{layer}”把总和为 1 的概率分给所有标签，只能有一个标签的概率高，而一行可以有多个标签。这个损失函数直接接原始输出。");

    private static readonly MessageTemplate MuteIt = new("fix-mute-layer", "Mute “{layer}”", "停用“{layer}”");

    private static readonly MessageTemplate UseFirstForAll = new(
        "fix-use-first-for-all",
        "Use the first for all",
        "全部使用第一个");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Yes/no cross entropy", "二元交叉熵损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "For yes/no questions with targets 0 and 1, also for several labels at once. Takes raw outputs: put no Sigmoid before it.",
        "用于目标为 0 和 1 的是/否问题，也用于一行有多个标签的情况。直接接原始输出，前面不要加 Sigmoid。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = -\left[p\,y\log\sigma(x) + (1-y)\log(1-\sigma(x))\right]";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(TaskKind.BinaryClassification, OutputActivation.Logits);

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        new("pos_weight", ParameterType.NumberList, null, new("Weight of yes", "“是”的权重"), new(
            "How much more a missed “yes” counts than a false one: useful where yes is rare. One number, or one per output.",
            "漏掉一个“是”比误报一个“是”重要多少倍，适合“是”很少的情况。填一个数，或每个输出一个数。"), 0, 1e6, MinExclusive: true),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Buffers(BlockInstance block) =>
        block.Reals("pos_weight") is { Length: > 0 } weight ? [WeightSpec.Buffer("pos_weight", weight.Length)] : [];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        if (base.Check(block) is { } problem)
        {
            return problem;
        }

        if (block.At("target")!.IsMultiLabel && block.From("input") is { Kind: "Softmax" or "LogSoftmax" } sharing)
        {
            var name = sharing.Label is { Length: > 0 } label ? (MessageArgument)label : BlockCatalog.Get(sharing.Kind).TitleMessage;
            return CommonProblems.Mismatch(block, LabelsCompete.With(("layer", name)), new(MuteIt.With(("layer", name)), new Documents.SetMuted(sharing.Id, true)));
        }

        var (weight, size) = (block.Reals("pos_weight"), block.Input.Shape.Rank == 0 ? 1 : block.Input.Shape[-1]);
        return weight.Length <= 1 || !size.IsKnown || weight.Length == size.Size ? null : CommonProblems.Mismatch(
            block,
            WeightMismatch.With(("length", weight.Length), ("size", size)),
            CommonProblems.Set(block, "pos_weight", Documents.ParameterValue.Of(weight[0]), UseFirstForAll.With()));
    }

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [], [
        ("pos_weight", PyTorchLine.Tensor(block, "pos_weight")),
        .. PyTorchLine.Changed(block, "reduction")]);
}
