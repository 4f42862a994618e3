namespace Builder.Graph.Catalog.Kinds;

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
