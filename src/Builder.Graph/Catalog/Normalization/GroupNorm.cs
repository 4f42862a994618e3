using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Normalisation over groups of channels of each sample: [N, C, …].</summary>
public sealed class GroupNorm : NormalizationKind
{
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
            return CommonProblems.WrongRank(block, new("samples with channels [N, channels, …]", "带通道的样本 [N, 通道, …]"));
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
        return fitting == groups ? null : CommonProblems.Mismatch(block, "GroupsMismatch", new(
            $"{channels} channels cannot be split into {groups} equal groups.",
            $"{channels} 个通道无法平均分成 {groups} 组。"), CommonProblems.Set(block, "num_groups", fitting, new(
                $"Set groups to {fitting}", $"将组数设为 {fitting}")));
    }
}
