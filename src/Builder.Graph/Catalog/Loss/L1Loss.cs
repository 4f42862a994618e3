using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Mean of the absolute differences.</summary>
public sealed class L1Loss : ElementwiseLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Absolute error", "绝对误差");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "For predicting numbers when single large mistakes shall not count too much.",
        "用于预测数值，且不希望个别大误差影响过大时。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = |x - y|";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(TaskKind.Regression, OutputActivation.Values);
}
