namespace Builder.Graph.Catalog.Kinds;

/// <summary>Every number times itself.</summary>
public sealed class Square : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Square", "平方");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Multiplies every number by itself.",
        "把每个数与自身相乘。");

    /// <inheritdoc/>
    public override string Formula => @"y = x^2";

    /// <inheritdoc/>
    protected override string Function => "square";
}
