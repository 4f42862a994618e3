namespace Builder.Graph.Catalog.Kinds;

/// <summary>Negative of the log-probability of the right class.</summary>
public sealed class NLLLoss : ClassLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Negative log-likelihood", "负对数似然损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like cross entropy, for networks that end in LogSoftmax.",
        "与交叉熵相同，但用于以 LogSoftmax 结尾的网络。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = -x_{t}";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(null, OutputActivation.LogProbabilities);
}
