namespace Builder.Graph.Catalog.Kinds;

/// <summary>Difference of two tensors, number by number.</summary>
public sealed class Subtract : BinaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Subtract", "相减");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Subtracts the second result from the first, number by number.",
        "用第一项逐个数值减去第二项。");

    /// <inheritdoc/>
    public override string Formula => @"y = a - b";

    /// <inheritdoc/>
    protected override string Function => "subtract";
}
