using System.Collections.Immutable;
using Builder.Graph.Metrics;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Binary hinge: how much the signed output lacks to the margin. Targets above 0 mean yes, all others no.</summary>
public sealed class HingeLoss : ElementwiseLossKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Hinge", "合页损失");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "For yes/no questions: the output shall be clearly positive for yes and clearly negative for no.",
        "用于是/否问题：“是”的输出应明显为正，“否”的输出应明显为负。");

    /// <inheritdoc/>
    public override string Formula => @"\ell = \max(0,\, m - t\,x), \quad t = \pm 1";

    /// <inheritdoc/>
    public override string Source => "https://keras.io/api/losses/hinge_losses/";

    /// <inheritdoc/>
    public override Predicting? Predicting { get; } = new(TaskKind.BinaryClassification, OutputActivation.Logits);

    /// <inheritdoc/>
    protected override ImmutableArray<Parameter> Own { get; } =
    [
        Parameter.Real("margin", 1, new("Margin", "间隔"), new(
            "How clear an answer must be before it costs nothing.", "回答要多明确才不计损失。"), 0, 1e6),
    ];

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) =>
        $"torch.relu({PyTorchLine.Literal(block.Value("margin"))} - torch.where(target > 0, 1.0, -1.0) * input).{block.Text("reduction")}()";
}
