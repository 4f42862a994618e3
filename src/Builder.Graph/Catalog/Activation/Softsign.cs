namespace Builder.Graph.Catalog.Kinds;

/// <summary>Value divided by one plus its size.</summary>
public sealed class Softsign : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Softsign", "Softsign 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Squeezes any value to between −1 and 1, more gently than Tanh.",
        "把任意数值压缩到 -1 和 1 之间，比 Tanh 更平缓。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{x}{1 + |x|}";
}
