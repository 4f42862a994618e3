using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Normalisation of each channel over all samples of a batch.</summary>
public abstract class BatchNormalizationKind : NormalizationKind
{
    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [Eps, Momentum, Affine("affine", true), TrackRunningStats(true)];

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block) => [.. ChannelWeights(block), .. RunningStatistics(block)];
}

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

/// <summary>Batch normalisation of pictures [N, C, H, W].</summary>
public sealed class BatchNorm2d : BatchNormalizationKind
{
    private static readonly MessageTemplate ChangeItToBatchNorm1d = new(
        "fix-change-it-to-batchnorm1d",
        "Change it to BatchNorm1d",
        "改为 BatchNorm1d");

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
            ? problem with { Fix = new(ChangeItToBatchNorm1d.With(), new ChangeKind(block.Block.Id, "BatchNorm1d")) }
            : problem;
    }
}

/// <summary>Normalisation of each channel of each sample by itself.</summary>
public abstract class InstanceNormalizationKind : NormalizationKind
{
    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [Eps, Momentum, Affine("affine", false), TrackRunningStats(false)];

    /// <summary>Number of spatial dimensions.</summary>
    protected abstract int Dimensions { get; }

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block) => [.. ChannelWeights(block), .. RunningStatistics(block)];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) =>
        SpatialRules.CheckChannels(block, Dimensions) ?? NormalizationRules.CheckSeveral(block, block.Input.Shape.Product(2));
}

/// <summary>Instance normalisation of series [N, C, L].</summary>
public sealed class InstanceNorm1d : InstanceNormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D instance normalization", "一维实例归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings every channel of each series to mean 0 and spread 1 by itself, whatever the other samples are.",
        "让每条序列的每个通道各自变为均值 0、方差 1，与其他样本无关。");

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}

/// <summary>Instance normalisation of pictures [N, C, H, W].</summary>
public sealed class InstanceNorm2d : InstanceNormalizationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D instance normalization", "二维实例归一化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Brings every channel of each picture to mean 0 and spread 1 by itself. Common in style transfer.",
        "让每张图片的每个通道各自变为均值 0、方差 1，常用于风格迁移。");

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
