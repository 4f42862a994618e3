using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Pooling that keeps the largest value of every patch.</summary>
public abstract class MaxPoolingKind : PoolingKind
{
    /// <inheritdoc/>
    protected override string[] PerDimension => [.. base.PerDimension, "dilation"];

    /// <inheritdoc/>
    public override string Formula => @"y = \max_{\text{patch}} x";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        .. WindowParameters,
        Parameter.IntegerOrList("dilation", 1, new("Dilation", "扩张"), new(
            "Distance between the points of a patch.",
            "区域内各点的间隔。"), 1, 1_000),
        CeilMode,
    ];

    /// <inheritdoc/>
    protected override long Dilation(BlockInstance block, int dimension) => block.Ints("dilation", Dimensions)[dimension];
}
