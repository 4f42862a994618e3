using Builder.Graph.Documents;
using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Normalisations, in training and in use.</summary>
public sealed class NormalizationExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("BatchNorm1d", draw => Batch(draw, "BatchNorm1d", draw.Flag() ? Values(5, 3) : Series(draw))),
        new("BatchNorm2d", draw => Batch(draw, "BatchNorm2d", Picture(draw))),
        new("InstanceNorm1d", draw => Batch(draw, "InstanceNorm1d", Series(draw))),
        new("InstanceNorm2d", draw => Batch(draw, "InstanceNorm2d", Picture(draw))),
        new("GroupNorm", draw => draw.FromRanges(
            Of("GroupNorm", draw.Flag() ? Values(2, 6) : draw.Flag() ? Values(2, 6, 4) : Values(2, 6, 2, 3)).With("num_groups", draw.Pick(1L, 2L, 3L)),
            "affine", "eps")),
        new("LayerNorm", draw => draw.FromRanges(LastDimensions(draw, "LayerNorm"), "elementwise_affine", "bias", "eps")),
        new("RMSNorm", draw => draw.FromRanges(LastDimensions(draw, "RMSNorm"), "elementwise_affine")),
    ];

    private static ExampleInput Series(Draw draw) => Values(3, draw.Int(1, 4), draw.Int(3, 6));

    private static ExampleInput Picture(Draw draw) => Values(3, draw.Int(1, 4), draw.Int(2, 4), draw.Int(2, 4));

    private static LayerExample Batch(Draw draw, string kind, ExampleInput input) => draw
        .FromRanges(Of(kind, input), "affine", "track_running_stats", "momentum", "eps")
        .InTraining(draw.Flag());

    private static LayerExample LastDimensions(Draw draw, string kind)
    {
        var (steps, size) = (draw.Int(2, 4), draw.Int(2, 5));
        var example = Of(kind, draw.Flag() ? Values(3, steps, size) : Values(2, 2, steps, size));
        return draw.Flag() ? example : example.With("normalized_shape", draw.Flag() ? size : ParameterValue.Of(steps, size));
    }
}
