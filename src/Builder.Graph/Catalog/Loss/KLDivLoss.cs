using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Kullback-Leibler divergence between two distributions.</summary>
public sealed class KLDivLoss : ElementwiseLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("KL divergence", "KL 散度");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Compares two sets of probabilities, for example to teach a small network the answers of a large one. The prediction comes as LogSoftmax.",
        "比较两组概率，例如让小网络学习大网络的回答。预测需先经过 LogSoftmax。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = y\,(\log y - x)";

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html";

    /// <inheritdoc/>
    public override Predicting? Predicting => null;

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Switch("log_target", false, new("Target as logarithms", "目标为对数"), new(
            "On when the target comes as LogSoftmax too.", "目标也经过 LogSoftmax 时开启。")),
    ];

    /// <inheritdoc/>
    protected override Parameter Reduction { get; } = Parameter.OneOf("reduction", new("Combine by", "合并方式"), new(
        "How all terms become one number. The average per sample is the divergence in the strict sense.",
        "如何把所有项合成一个数。按样本平均才是严格意义上的散度。"),
        new Choice("mean", new("Average over all numbers", "对所有数值取平均")),
        new Choice("batchmean", new("Average per sample", "按样本取平均")),
        new Choice("sum", new("Sum", "求和")));
}
