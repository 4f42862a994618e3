namespace Builder.Graph.Catalog.Kinds;

/// <summary>Logarithm of the softmax.</summary>
public sealed class LogSoftmax : SoftmaxKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("LogSoftmax", "LogSoftmax 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns scores into the logarithms of probabilities, as the NLL loss expects them.",
        "把得分变成概率的对数，供负对数似然（NLL）损失使用。");

    /// <inheritdoc/>
    public override string Formula => @"\ln \frac{e^{x_i}}{\sum_j e^{x_j}}";
}
