namespace Builder.Graph.Catalog.Kinds;

/// <summary>The largest value of every stretch: [N, C, L] to [N, C, L′].</summary>
public sealed class MaxPool1d : MaxPoolingKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("1-D max pooling", "一维最大池化层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Keeps only the largest value of every stretch. Makes a series shorter, keeps what stands out.",
        "每一段只保留最大值，缩短序列并保留最突出的部分。");

    /// <inheritdoc/>
    protected override int Dimensions => 1;
}
