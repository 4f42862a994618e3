namespace Builder.Graph.Catalog.Kinds;

/// <summary>Keeps positive values, sets negative ones to zero.</summary>
public sealed class ReLU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("ReLU", "ReLU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Lets positive values through and turns negative ones into zero. The usual first choice between layers.",
        "正数原样通过，负数变为零。层与层之间最常用的激活函数。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x)";
}
