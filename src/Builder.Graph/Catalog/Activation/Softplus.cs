using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Smooth ReLU, always positive.</summary>
public sealed class Softplus : ActivationKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Softplus", "Softplus 激活");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "A smooth ReLU whose result is always above zero: good for amounts that cannot be negative.",
        "平滑的 ReLU，结果始终大于零，适合不可能为负的量。");

    /// <inheritdoc/>
    public override string Formula => @"\frac{1}{\beta} \ln(1 + e^{\beta x})";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("beta", 1.0, new("Beta", "β"), new(
            "How sharply the curve bends: larger is closer to ReLU.",
            "曲线弯折的锐利程度，越大越接近 ReLU。"), 0, 1000, minExclusive: true),
        Parameter.Real("threshold", 20.0, new("Threshold", "阈值"), new(
            "Above this value (times beta) the curve is a straight line.",
            "数值（乘以 β 后）超过它时，曲线就是直线。"), 0, 1000),
    ];
}
