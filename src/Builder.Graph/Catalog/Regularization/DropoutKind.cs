using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Sets values to zero at random while training, so that a network does not learn by heart.</summary>
public abstract class DropoutKind : ModuleKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Regularization;

    /// <inheritdoc/>
    public override string Formula => @"y = \frac{m \odot x}{1 - p}, \quad m \sim \mathrm{Bernoulli}(1 - p)";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        Parameter.Real("p", 0.5, new("Probability", "丢弃概率"), new(
            "How likely each value is to be dropped. 0 switches it off.",
            "每个数值被丢弃的可能性，0 表示关闭。"), 0, 1),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        CommonProblems.ValuesExpected(block) is { } problem ? problem : block.Input;

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [block.Value("p")]);
}
