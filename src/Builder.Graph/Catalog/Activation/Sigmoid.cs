namespace Builder.Graph.Catalog.Kinds;

/// <summary>Any value to between 0 and 1.</summary>
public sealed class Sigmoid : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Sigmoid", "Sigmoid 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Squeezes any value to between 0 and 1, so that it can be read as a probability of “yes”.",
        "把任意数值压缩到 0 和 1 之间，可以当作“是”的概率来理解。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{1}{1 + e^{-x}}";
}
