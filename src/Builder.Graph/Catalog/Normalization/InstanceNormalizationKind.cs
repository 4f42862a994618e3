using System.Collections.Immutable;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Normalisation of each channel of each sample by itself.</summary>
public abstract class InstanceNormalizationKind : NormalizationKind
{
    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [Eps, Momentum, Affine("affine", false), TrackRunningStats(false)];

    /// <summary>Number of spatial dimensions.</summary>
    protected abstract int Dimensions { get; }

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block) => [.. ChannelWeights(block), .. RunningStatistics(block)];

    /// <inheritdoc/>
    protected override Problem? Check(BlockInstance block) =>
        SpatialRules.CheckChannels(block, Dimensions) ?? NormalizationRules.CheckSeveral(block, block.Input.Shape.Product(2));
}
