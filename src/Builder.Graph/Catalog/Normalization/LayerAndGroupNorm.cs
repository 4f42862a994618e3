using System.Collections.Immutable;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Normalisation over the last dimensions of each sample: [N, …, normalized_shape].</summary>
public sealed class LayerNorm : NormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Layer normalization", "层归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings the numbers of each step to a steady mean and spread, sample by sample. Part of every Transformer.",
        "逐个样本、逐步地让数值保持稳定的均值和方差，是每个 Transformer 的组成部分。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        NormalizationRules.NormalizedShapeParameter,
        Eps,
        Affine("elementwise_affine", true),
        Parameter.Switch("bias", true, new("Learned shift", "可学习的平移"), new(
            "Whether there is a shift next to the scale.",
            "除缩放外是否还有平移。")),
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => NormalizationRules.PyTorch(block);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => NormalizationRules.CheckNormalizedShape(block);

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block)
    {
        if (!block.Flag("elementwise_affine"))
        {
            return [];
        }

        var sizes = NormalizationRules.NormalizedShape(block);
        var weight = new WeightSpec("weight", sizes);
        return block.Flag("bias") ? [weight, new WeightSpec("bias", sizes)] : [weight];
    }
}

/// <summary>Division by the root mean square over the last dimensions of each sample: [N, …, normalized_shape].</summary>
public sealed class RMSNorm : NormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("RMS normalization", "均方根归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A simpler layer normalization that only evens out the size of the numbers. Used by newer language models.",
        "更简单的层归一化，只统一数值的大小，较新的语言模型常用。");

    /// <inheritdoc/>
    public override string Formula => @"y = \frac{x}{\sqrt{\mathrm{E}[x^{2}] + \epsilon}} \, \gamma";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        NormalizationRules.NormalizedShapeParameter,
        Eps with
        {
            Default = null,
            Help = new(
                "A tiny number added before dividing. Left empty, the smallest that makes a difference.",
                "除法之前加上的极小数。不填则取能产生差别的最小值。"),
        },
        Affine("elementwise_affine", true) with { Title = new("Learned scale", "可学习的缩放"), Help = new(
            "Lets the layer learn a scale for what comes out.",
            "让该层为输出学习缩放。") },
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => NormalizationRules.PyTorch(block);

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) => NormalizationRules.CheckNormalizedShape(block);

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block) => block.Flag("elementwise_affine")
        ? [new WeightSpec("weight", NormalizationRules.NormalizedShape(block))]
        : [];
}

/// <summary>Normalisation over groups of channels of each sample: [N, C, …].</summary>
public sealed class GroupNorm : NormalizationKind
{
    private static readonly MessageTemplate SamplesWithChannels = new(
        "problem-samples-with-channels",
        "samples with channels [N, channels, …]",
        "带通道的样本 [N, 通道, …]");

    private static readonly MessageTemplate GroupsMismatch = new(
        "GroupsMismatch",
        "{channels} channels cannot be split into {groups} equal groups.",
        "{channels} 个通道无法平均分成 {groups} 组。");

    private static readonly MessageTemplate SetGroupsTo = new(
        "fix-set-number-of-groups",
        "Set groups to {fitting}",
        "将组数设为 {fitting}");

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Group normalization", "组归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings groups of channels to a steady mean and spread, sample by sample. Works well with small batches.",
        "逐个样本地让各组通道保持稳定的均值和方差，批次很小时也有效。");

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Size("num_groups", 8, new("Groups", "组数"), new(
            "Into how many groups the channels are split.",
            "把通道分成多少组。")),
        Eps,
        Affine("affine", true),
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of("GroupNorm",
        [block.Value("num_groups"), block.Input.Shape[1].ToString()],
        ("eps", block.Value("eps") == GetParameter("eps").Default ? null : block.Value("eps")),
        ("affine", block.Flag("affine") ? null : false));

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var shape = block.Input.Shape;
        if (CommonProblems.ValuesExpected(block) is { } problem)
        {
            return problem;
        }

        if (shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, SamplesWithChannels.With());
        }

        return shape[1].IsKnown
            ? GroupsProblem(block, shape[1].Size) ?? NormalizationRules.CheckSeveral(block, shape.Product(1) / block.Int("num_groups"))
            : CommonProblems.UnknownSize(block, shape[1]);
    }

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block) => ChannelWeights(block);

    private static Problem? GroupsProblem(BlockInstance block, long channels)
    {
        var groups = block.Int("num_groups");
        var fitting = CommonProblems.GreatestCommonDivisor(groups, channels);
        return fitting == groups ? null : CommonProblems.Mismatch(
            block,
            GroupsMismatch.With(("channels", channels), ("groups", groups)),
            CommonProblems.Set(block, "num_groups", fitting, SetGroupsTo.With(("fitting", fitting))));
    }
}
