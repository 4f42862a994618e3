using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>An activation that turns all values along one dimension into shares of a whole.</summary>
public abstract class SoftmaxKind : ActivationKind
{
    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        DimRule.Parameter("dim", -1, new("Dimension", "维度"), new(
            "Along which dimension the values are compared; -1 is the last one, 1 the classes or channels.",
            "沿哪个维度比较数值：-1 表示最后一维，1 表示类别或通道。")),
    ];

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block) =>
        DimRule.Check(block, "dim", -1) is { } problem ? problem : base.Infer(block);

    /// <inheritdoc/>
    public override string PyTorch(BlockInstance block) => PyTorchLine.Of(Id, [], ("dim", block.Int("dim")));
}
