namespace Builder.Graph.Catalog.Kinds;

/// <summary>The mean of every stretch: [N, C, L] to [N, C, L′].</summary>
public sealed class AvgPool1d : AveragePoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D average pooling", "一维平均池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Replaces every stretch by its mean. Makes a series shorter and smoother.",
        "用平均值代替每一段，使序列更短、更平滑。");

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}
