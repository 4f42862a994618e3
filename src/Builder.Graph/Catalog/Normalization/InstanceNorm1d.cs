namespace Builder.Graph.Catalog.Kinds;

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
