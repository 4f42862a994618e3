using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
public sealed class AdamW : OptimizerKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("AdamW", "AdamW");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Adam with a cleaner pull of weights towards zero: the usual choice for attention and text.",
        "Adam 的改进版，权重衰减更合理：注意力网络和文本任务的常用选择。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\left(\frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon} + \lambda\,\theta_{t-1}\right)";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        LearningRate(1e-3),
        Betas,
        Epsilon(1e-8),
        WeightDecay(1e-2),
        Adam.AmsGrad,
    ];
}
