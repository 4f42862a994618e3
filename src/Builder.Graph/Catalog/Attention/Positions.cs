using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Adds to every step of a sequence [N, T, F] a list of numbers that tells its place.</summary>
public abstract class PositionKind : BlockKind
{
    /// <inheritdoc/>
    public sealed override Family Family => Family.Attention;

    /// <inheritdoc/>
    public sealed override ShapeResult Infer(BlockInstance block)
    {
        var shape = block.Input.Shape;
        return CommonProblems.ValuesExpected(block) is { } problem ? problem
            : shape.Rank != 3 ? CommonProblems.WrongRank(block, ProblemWords.Sequence.With())
            : !shape[-1].IsKnown ? CommonProblems.UnknownSize(block, shape[-1])
            : Check(block) is { } other ? other
            : ShapeResult.Of(block.Input, Weights(block));
    }

    /// <summary>What else is wrong; null where all fits.</summary>
    protected virtual Problem? Check(BlockInstance block) => null;

    /// <summary>The layer's weights.</summary>
    protected virtual WeightSpec[] Weights(BlockInstance block) => [];
}

/// <summary>Learned positions: one list of weights for each place.</summary>
public sealed class PositionalEmbedding : PositionKind
{
    private static readonly MessageTemplate SequenceTooLong = new(
        "SequenceTooLong",
        "the sequence has {steps} steps, but positions are learned for {longest} only.",
        "序列有 {steps} 步，但只学习 {longest} 个位置。");

    private static readonly MessageTemplate LearnPositions = new(
        "fix-learn-positions",
        "Learn {steps} positions",
        "学习 {steps} 个位置");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Learned positions", "可学习位置编码");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Tells attention at which place each step stands, which it could not know otherwise. What each place means is learned.",
        "告诉注意力每一步处在什么位置，否则它无从得知。每个位置的含义由学习得到。");

    /// <inheritdoc/>
    public override string Formula => @"y_t = x_t + p_t";

    /// <inheritdoc/>
    public override string Source => "https://arxiv.org/abs/1810.04805";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Size("max_length", 512, new("Longest sequence", "最大长度"), new(
            "For how many places positions are learned.", "为多少个位置学习编码。")),
    ];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var (steps, longest) = (block.Input.Shape[1], block.Int("max_length"));
        return !steps.IsKnown || steps.Size <= longest ? null : CommonProblems.Mismatch(
            block,
            SequenceTooLong.With(("steps", steps), ("longest", longest)),
            CommonProblems.Set(block, "max_length", steps.Size, LearnPositions.With(("steps", steps))));
    }

    /// <inheritdoc/>
    protected override WeightSpec[] Weights(BlockInstance block) =>
        [WeightSpec.Of("weight", block.Int("max_length"), block.Input.Shape[-1].Size)];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        PyTorchLine.Of("Embedding", [block.Value("max_length"), block.Input.Shape[-1].ToString()]);
}

/// <summary>Fixed positions: sines and cosines of many wavelengths (Vaswani et al. 2017).</summary>
public sealed class SinusoidalEncoding : PositionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Wave positions", "正弦位置编码");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Tells attention at which place each step stands, by waves of many lengths. Nothing is learned, and any length works.",
        "用多种波长的波告诉注意力每一步处在什么位置。无需学习，任意长度都适用。");

    /// <inheritdoc/>
    public override string Formula => @"p_{t,2i} = \sin(t / 10000^{2i/F}), \quad p_{t,2i+1} = \cos(t / 10000^{2i/F})";

    /// <inheritdoc/>
    public override string Source => "https://arxiv.org/abs/1706.03762";
}
