using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Steps that shrink with the sum of all squared gradients (Duchi et al. 2011).</summary>
public sealed class Adagrad : OptimizerKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Adagrad", "Adagrad");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Gives rarely used weights larger steps; all steps become smaller over time.",
        "让很少用到的权重迈更大的步，所有步长随时间变小。");

    /// <inheritdoc/>
    public override string Formula => @"\theta_t = \theta_{t-1} - \gamma\,\frac{g_t}{\sqrt{\sum g^2} + \epsilon}";

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        LearningRate(1e-2),
        Parameter.Real("lr_decay", 0, new("Learning-rate decay", "学习率衰减"), new(
            "Makes the learning rate smaller with every step. 0 is off.", "每一步都使学习率变小。0 表示关闭。"), 0, 1000),
        WeightDecay(0),
        Parameter.Real("initial_accumulator_value", 0, new("Starting sum", "初始累积值"), new(
            "What the sum of squared gradients starts from; larger means smaller first steps.", "梯度平方和的初始值，越大则最初的步子越小。"), 0, 1e6),
        Epsilon(1e-10),
    ];
}
