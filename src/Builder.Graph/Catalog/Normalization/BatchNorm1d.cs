using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Batch normalisation of lists [N, C] and series [N, C, L].</summary>
public sealed class BatchNorm1d : BatchNormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D batch normalization", "一维批归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings every number to a steady mean and spread across the batch. Networks learn faster with it.",
        "让每个数值在整个批次中保持稳定的均值和方差，使网络学得更快。");

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        if (block.Input.Shape.Rank != 2)
        {
            return SpatialRules.CheckChannels(block, 1);
        }

        return CommonProblems.ValuesExpected(block)
            ?? (block.Input.Shape[1].IsKnown ? null : CommonProblems.UnknownSize(block, block.Input.Shape[1]));
    }
}
