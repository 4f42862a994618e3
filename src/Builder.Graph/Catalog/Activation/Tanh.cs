namespace Builder.Graph.Catalog.Kinds;

/// <summary>Any value to between −1 and 1.</summary>
public sealed class Tanh : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Tanh", "Tanh 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Squeezes any value to between −1 and 1. Often the last step of a network that makes pictures.",
        "把任意数值压缩到 -1 和 1 之间，常用作图片生成网络的最后一步。");

    /// <inheritdoc/>
    public override string Formula => @"\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}";
}
