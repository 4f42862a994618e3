namespace Builder.Graph.Catalog.Kinds;

/// <summary>The largest value of every patch: [N, C, H, W] to [N, C, H′, W′].</summary>
public sealed class MaxPool2d : MaxPoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("2-D max pooling", "二维最大池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Keeps only the largest value of every patch. Makes a picture smaller, keeps what stands out.",
        "每个区域只保留最大值，缩小图片并保留最突出的部分。");

    /// <inheritdoc/>
    protected override int Dimensions => 2;
}
