using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Negative logarithm of the softmax probability of the right class.</summary>
public sealed class CrossEntropyLoss : ClassLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Cross entropy", "交叉熵损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "For choosing one of several classes. Small when the right class gets a high probability. Takes raw outputs: put no Softmax before it.",
        "用于从多个类别中选一个。正确类别得到的概率越高，损失越小。直接接原始输出，前面不要加 Softmax。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = -\log\frac{e^{x_{t}}}{\sum_{c} e^{x_{c}}}";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(null, OutputActivation.Logits);

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own =>
    [
        .. base.Own,
        Parameter.Real("label_smoothing", 0, new("Label smoothing", "标签平滑"), new(
            "Share of certainty taken from the right class and spread over all: keeps the network from being too sure of itself.",
            "从正确类别中拿出一部分确定性分给所有类别，避免网络过于自信。"), 0, 1),
    ];

    /// <inheritdoc/>
    protected override bool TakesProbabilities => true;
}
