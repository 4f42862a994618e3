namespace Builder.Graph.Catalog.Kinds;

/// <summary>Every number without its sign.</summary>
public sealed class Abs : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Absolute value", "绝对值");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Drops the minus sign of every number.",
        "去掉每个数的负号。");

    /// <inheritdoc/>
    public override string Formula => @"y = |x|";

    /// <inheritdoc/>
    protected override string Function => "abs";
}
