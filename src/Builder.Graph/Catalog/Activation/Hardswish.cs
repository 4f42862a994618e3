namespace Builder.Graph.Catalog.Kinds;

/// <summary>Swish from straight pieces.</summary>
public sealed class Hardswish : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Hardswish", "Hardswish 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A quick stand-in for Swish (SiLU), made for small models on phones.",
        "Swish（SiLU）的快速替代，适合手机上的小模型。");

    /// <inheritdoc/>
    public override string Formula => @"x \cdot \frac{\min(\max(x + 3, 0), 6)}{6}";
}
