using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Adam with Nesterov momentum (Dozat 2016).</summary>
public sealed class NAdam : OptimizerKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("NAdam", "NAdam");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adam that looks one step ahead. Sometimes faster at the start.",
        "会向前多看一步的 Adam，有时起步更快。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\,\frac{\mu_{t+1}\hat m_t + (1-\mu_t)\hat g_t}{\sqrt{\hat v_t} + \epsilon}";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        LearningRate(2e-3),
        Betas,
        Epsilon(1e-8),
        WeightDecay(0),
        Parameter.Real("momentum_decay", 4e-3, new("Momentum decay", "动量衰减"), new(
            "How fast the momentum grows to its full strength.", "动量增长到最大值的快慢。"), 0, 1),
    ];
}
