namespace Builder.Graph.Catalog.Kinds;

/// <summary>e to the power of every number.</summary>
public sealed class Exp : UnaryKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Exponential", "指数");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns every number into a positive one that grows ever faster.",
        "把每个数变成正数，且增长越来越快。");

    /// <inheritdoc/>
    public override string Formula => @"y = e^{x}";

    /// <inheritdoc/>
    protected override string Function => "exp";
}
