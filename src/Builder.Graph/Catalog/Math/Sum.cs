namespace Builder.Graph.Catalog.Kinds;

/// <summary>Sum along dimensions.</summary>
public sealed class Sum : ReductionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Sum", "求和");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adds up numbers along the chosen dimensions.",
        "沿所选维度把数值相加。");

    /// <inheritdoc/>
    public override string Formula => @"y = \sum_i x_i";

    /// <inheritdoc/>
    protected override string Function => "sum";
}
