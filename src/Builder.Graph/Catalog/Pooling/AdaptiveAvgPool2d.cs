namespace Builder.Graph.Catalog.Kinds;

/// <summary>Means to a given size: [N, C, H, W] to [N, C, output_size, output_size].</summary>
public sealed class AdaptiveAvgPool2d : AdaptivePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D adaptive average pooling", "二维自适应平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Averages a picture down to a size of your choice, whatever its size before.",
        "无论图片原来多大，都取平均缩到指定大小。");

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
