namespace Builder.Graph.Catalog.Kinds;

/// <summary>Drops single values.</summary>
public sealed class Dropout : DropoutKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Dropout", "随机失活层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Sets random values to zero while training, so that the network does not just learn the examples by heart.",
        "训练时随机把一些数值置零，防止网络死记硬背样本。");
}
