namespace Builder.Graph.Catalog.Kinds;

/// <summary>Sigmoid from straight pieces.</summary>
public sealed class Hardsigmoid : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Hardsigmoid", "Hardsigmoid 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A quick stand-in for Sigmoid: three straight pieces between 0 and 1.",
        "Sigmoid 的快速替代，由 0 到 1 之间的三段直线组成。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{\min(\max(x + 3, 0), 6)}{6}";
}
