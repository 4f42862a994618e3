using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>ReLU with a small slope for negative values.</summary>
public sealed class LeakyReLU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Leaky ReLU", "带泄漏的 ReLU");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ReLU, but negative values are made small instead of zero, so that no unit falls silent. Popular in GANs.",
        "与 ReLU 类似，但负数只是缩小而不归零，避免神经元“失活”。常用于 GAN。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x) + a \min(0, x)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("negative_slope", 0.01, new("Negative slope", "负半轴斜率"), new(
            "What negative values are multiplied by.",
            "负数要乘以的系数。"), 0, 10),
    ];
}
