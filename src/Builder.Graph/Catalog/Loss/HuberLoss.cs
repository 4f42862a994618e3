using System.Collections.Immutable;
using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Squared for small differences, linear for large ones (Huber 1964).</summary>
public sealed class HuberLoss : ElementwiseLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Huber loss", "Huber 损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "For predicting numbers from data with outliers: small mistakes count squared, large ones only in proportion.",
        "用于含异常值的数值预测：小误差按平方计，大误差只按比例计。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = \begin{cases} (x-y)^2 / 2 & |x-y| < \delta \\ \delta\,(|x-y| - \delta/2) & \text{otherwise} \end{cases}";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(TaskKind.Regression, OutputActivation.Values);

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Real("delta", 1, new("Turning point", "转折点"), new(
            "Differences below this count squared, larger ones in proportion.",
            "小于该值的差按平方计，更大的差按比例计。"), 0, 1e9, minExclusive: true),
    ];
}
