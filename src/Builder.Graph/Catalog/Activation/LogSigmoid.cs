namespace Builder.Graph.Catalog.Kinds;

/// <summary>Logarithm of the sigmoid.</summary>
public sealed class LogSigmoid : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("LogSigmoid", "LogSigmoid 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "The logarithm of the probability that Sigmoid gives, computed without rounding to zero.",
        "Sigmoid 所得概率的对数，计算时不会因舍入而变成零。");

    /// <inheritdoc/>
    public override string Formula => @"\ln \frac{1}{1 + e^{-x}}";
}
