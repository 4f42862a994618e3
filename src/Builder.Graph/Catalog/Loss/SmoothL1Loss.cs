using System.Collections.Immutable;
using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Squared for small differences, absolute for large ones.</summary>
public sealed class SmoothL1Loss : ElementwiseLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Smooth absolute error", "平滑绝对误差");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like the squared error for small mistakes and like the absolute error for large ones: steady where the data has outliers.",
        "误差小时像平方误差，误差大时像绝对误差：数据有异常值时更稳定。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = \begin{cases} (x-y)^2 / (2\beta) & |x-y| < \beta \\ |x-y| - \beta/2 & \text{otherwise} \end{cases}";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(TaskKind.Regression, OutputActivation.Values);

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Real("beta", 1, new("Turning point", "转折点"), new(
            "Differences below this count squared, larger ones count plainly.",
            "小于该值的差按平方计，更大的差按绝对值计。"), 0, 1e9, minExclusive: true),
    ];
}
