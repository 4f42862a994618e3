namespace Builder.Graph.Catalog.Kinds;

/// <summary>Means to a given length: [N, C, L] to [N, C, output_size].</summary>
public sealed class AdaptiveAvgPool1d : AdaptivePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D adaptive average pooling", "一维自适应平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Averages a series down to a length of your choice, whatever its length before.",
        "无论序列原来多长，都取平均缩到指定长度。");

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}
