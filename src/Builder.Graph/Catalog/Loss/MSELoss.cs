using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Mean of the squared differences.</summary>
public sealed class MSELoss : ElementwiseLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Squared error", "均方误差");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "For predicting numbers. Large mistakes count much more than small ones.",
        "用于预测数值。大的误差比小的误差影响大得多。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = (x - y)^2";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(TaskKind.Regression, OutputActivation.Values);
}
