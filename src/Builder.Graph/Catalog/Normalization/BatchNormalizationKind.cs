using System.Collections.Immutable;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Normalisation of each channel over all samples of a batch.</summary>
public abstract class BatchNormalizationKind : NormalizationKind
{
    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [Eps, Momentum, Affine("affine", true), TrackRunningStats(true)];

    /// <inheritdoc/>
    protected override ImmutableArray<WeightSpec> Weights(BlockInstance block) => [.. ChannelWeights(block), .. RunningStatistics(block)];
}
