namespace Builder.Graph.Catalog.Kinds;

/// <summary>Product of two tensors, number by number.</summary>
public sealed class Multiply : BinaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Multiply", "相乘");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies two results number by number; with values from 0 to 1 it acts as a gate.",
        "把两个结果逐个数值相乘；当其中一项在 0 到 1 之间时，相当于一道门。");

    /// <inheritdoc/>
    public override string Formula => @"y = a \odot b";

    /// <inheritdoc/>
    protected override string Function => "multiply";
}
