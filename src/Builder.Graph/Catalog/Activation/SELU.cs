namespace Builder.Graph.Catalog.Kinds;

/// <summary>Scaled ELU that keeps mean and variance steady.</summary>
public sealed class SELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("SELU", "SELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A curve whose constants keep values at mean 0 and variance 1 from layer to layer.",
        "通过特定常数，使数值在层间传递时保持均值 0、方差 1。");

    /// <inheritdoc/>
    public override string Formula => @"1.0507 \left(\max(0, x) + \min(0, 1.6733 (e^{x} - 1))\right)";
}
