using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Adam with a rectified start (Liu et al. 2020).</summary>
public sealed class RAdam : OptimizerKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("RAdam", "RAdam");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adam with a careful start, so that it needs no warm-up.",
        "起步谨慎的 Adam，因此不需要预热。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\, r_t\,\frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        LearningRate(1e-3),
        Betas,
        Epsilon(1e-8),
        WeightDecay(0),
    ];
}
