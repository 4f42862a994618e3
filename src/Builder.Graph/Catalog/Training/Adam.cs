using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Adaptive moments (Kingma and Ba 2015).</summary>
public sealed class Adam : OptimizerKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Adam", "Adam");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adjusts the step size of every weight by itself. A good first choice for most networks.",
        "自动为每个权重调整步长，是大多数网络的首选。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\,\frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
        [LearningRate(1e-3), Betas, Epsilon(1e-8), WeightDecay(0), AmsGrad];

    /// <summary>Steps never grow again.</summary>
    internal static Parameter AmsGrad { get; } = Parameter.Switch("amsgrad", false, new("AMSGrad", "AMSGrad"), new(
        "Never lets a step grow again once it has become small: steadier, sometimes slower.",
        "步长一旦变小就不再增大：更稳定，有时更慢。"));
}
