namespace Builder.Graph.Catalog.Kinds;

/// <summary>Sum of two tensors, number by number; also of two losses.</summary>
public sealed class Add : BinaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Add", "相加");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adds two results number by number: shortcuts around layers, or the sum of two losses.",
        "把两个结果逐个数值相加：用于跨层的捷径，或把两个损失加在一起。");

    /// <inheritdoc/>
    public override string Formula => @"y = a + b";

    /// <inheritdoc/>
    protected override string Function => "add";
}
