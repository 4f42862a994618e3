namespace Builder.Graph.Catalog.Kinds;

/// <summary>Exponentials divided by their sum.</summary>
public sealed class Softmax : SoftmaxKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Softmax", "Softmax 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Turns scores into probabilities that add up to 1. Not needed before cross-entropy, which does it itself.",
        "把得分变成总和为 1 的概率。交叉熵损失会自己完成这一步，因此在它之前不需要。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{e^{x_i}}{\sum_j e^{x_j}}";
}
