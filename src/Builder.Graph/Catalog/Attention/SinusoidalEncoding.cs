namespace Builder.Graph.Catalog.Kinds;

/// <summary>Fixed positions: sines and cosines of many wavelengths (Vaswani et al. 2017).</summary>
public sealed class SinusoidalEncoding : PositionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Wave positions", "正弦位置编码");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Tells attention at which place each step stands, by waves of many lengths. Nothing is learned, and any length works.",
        "用多种波长的波告诉注意力每一步处在什么位置。无需学习，任意长度都适用。");

    /// <inheritdoc/>
    public override string Formula => @"p_{t,2i} = \sin(t / 10000^{2i/F}), \quad p_{t,2i+1} = \cos(t / 10000^{2i/F})";

    /// <inheritdoc/>
    public override string Source => "https://arxiv.org/abs/1706.03762";
}
