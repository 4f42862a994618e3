namespace Builder.Graph.Catalog.Kinds;

/// <summary>Value times its own sigmoid.</summary>
public sealed class SiLU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("SiLU (Swish)", "SiLU（Swish）激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth relative of ReLU that dips slightly below zero. Also called Swish.",
        "ReLU 的平滑版本，在零点左侧略低于零，也叫 Swish。");

    /// <inheritdoc/>
    public override string Formula => @"x \, \sigma(x)";
}
