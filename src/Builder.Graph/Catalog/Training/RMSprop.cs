using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Steps divided by a running root mean square of the gradient (Hinton).</summary>
public sealed class RMSprop : OptimizerKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("RMSprop", "RMSprop");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adjusts step sizes by how large recent gradients were. Often used for series.",
        "根据最近梯度的大小调整步长，常用于序列。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\,\frac{g_t}{\sqrt{v_t} + \epsilon}";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        LearningRate(1e-2),
        Parameter.Real("alpha", 0.99, new("Smoothing", "平滑系数"), new(
            "How slowly the running average of squared gradients forgets.", "梯度平方的滑动平均遗忘得有多慢。"), 0, 1),
        Epsilon(1e-8),
        WeightDecay(0),
        Momentum,
        Parameter.Switch("centered", false, new("Centred", "中心化"), new(
            "Also subtracts the average gradient: steadier, a little slower.", "同时减去平均梯度：更稳定，略慢。")),
    ];
}
