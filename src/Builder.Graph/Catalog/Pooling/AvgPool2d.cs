namespace Builder.Graph.Catalog.Kinds;

/// <summary>The mean of every patch: [N, C, H, W] to [N, C, H′, W′].</summary>
public sealed class AvgPool2d : AveragePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D average pooling", "二维平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Replaces every patch by its mean. Makes a picture smaller and smoother.",
        "用平均值代替每个区域，使图片更小、更平滑。");

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
