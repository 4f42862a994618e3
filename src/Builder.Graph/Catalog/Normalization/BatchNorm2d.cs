using Builder.Graph.Edits;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Batch normalisation of pictures [N, C, H, W].</summary>
public sealed class BatchNorm2d : BatchNormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D batch normalization", "二维批归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings every channel of a picture to a steady mean and spread across the batch. Usual after convolutions.",
        "让图片的每个通道在整个批次中保持稳定的均值和方差，通常接在卷积层之后。");

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block)
    {
        var problem = SpatialRules.CheckChannels(block, 2);
        return problem?.Code == "WrongRank" && block.Input.Shape.Rank is 2 or 3
            ? problem with { Fix = new(new("Change it to BatchNorm1d", "改为 BatchNorm1d"), new ChangeKind(block.Block.Id, "BatchNorm1d")) }
            : problem;
    }
}
