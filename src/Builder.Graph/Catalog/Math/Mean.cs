namespace Builder.Graph.Catalog.Kinds;

/// <summary>Average along dimensions.</summary>
public sealed class Mean : ReductionKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Average", "平均");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Averages numbers, for example over all steps of a sequence or all places of a picture.",
        "对数值取平均，例如对序列的所有步或图片的所有位置。");

    /// <inheritdoc/>
    public override string Formula => @"y = \frac1n \sum_i x_i";

    /// <inheritdoc/>
    protected override string Function => "mean";
}
