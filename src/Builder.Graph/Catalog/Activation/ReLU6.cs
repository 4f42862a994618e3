namespace Builder.Graph.Catalog.Kinds;

/// <summary>ReLU that stops at 6.</summary>
public sealed class ReLU6 : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("ReLU6", "ReLU6 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ReLU, but values above 6 become 6. Made for small models on phones.",
        "与 ReLU 相同，但大于 6 的值取 6，常用于手机上的小模型。");

    /// <inheritdoc/>
    public override string Formula => @"\min(\max(0, x), 6)";
}
