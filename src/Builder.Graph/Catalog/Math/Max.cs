namespace Builder.Graph.Catalog.Kinds;

/// <summary>Largest value along dimensions.</summary>
public sealed class Max : ReductionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Maximum", "最大值");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Takes the largest number along the chosen dimensions: whether something occurs anywhere.",
        "沿所选维度取最大的数：即某个特征是否在任何地方出现过。");

    /// <inheritdoc/>
    public override string Formula => @"y = \max_i x_i";

    /// <inheritdoc/>
    protected override string Function => "amax";
}
