using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Steps that adapt without a learning rate of their own (Zeiler 2012).</summary>
public sealed class Adadelta : OptimizerKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Adadelta", "Adadelta");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Finds its step sizes by itself, so that the learning rate can stay 1.",
        "自行确定步长，学习率保持 1 即可。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\,\frac{\sqrt{u_{t-1} + \epsilon}}{\sqrt{v_t + \epsilon}}\, g_t";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        LearningRate(1),
        Parameter.Real("rho", 0.9, new("Smoothing", "平滑系数"), new(
            "How slowly the running averages forget.", "滑动平均遗忘得有多慢。"), 0, 1),
        Epsilon(1e-6),
        WeightDecay(0),
    ];
}
