using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Smooth for negative values, approaching −alpha.</summary>
public sealed class ELU : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("ELU", "ELU 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like ReLU, but negative values bend smoothly towards a lower limit, which keeps the average near zero.",
        "与 ReLU 类似，但负数沿平滑曲线趋近一个下限，使平均值接近零。");

    /// <inheritdoc/>
    public override string Formula => @"\max(0, x) + \min(0, \alpha (e^{x} - 1))";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("alpha", 1.0, new("Alpha", "α"), new(
            "How far below zero the curve goes.",
            "曲线最低降到零以下多少。"), 0, 100),
    ];
}
