namespace Builder.Graph.Catalog.Kinds;

/// <summary>Value times tanh of its softplus.</summary>
public sealed class Mish : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Mish", "Mish 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth relative of ReLU, a little slower, sometimes a little better on pictures.",
        "ReLU 的平滑版本，稍慢一些，在图像上有时效果略好。");

    /// <inheritdoc/>
    public override string Formula => @"x \tanh(\ln(1 + e^{x}))";
}
