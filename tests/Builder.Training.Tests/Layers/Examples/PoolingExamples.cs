using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Pooling with and without padding, dilation and leftovers.</summary>
public sealed class PoolingExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("MaxPool1d", draw => Max(draw, "MaxPool1d", 1)),
        new("MaxPool2d", draw => Max(draw, "MaxPool2d", 2)),
        new("AvgPool1d", draw => Average(draw, "AvgPool1d", 1)),
        new("AvgPool2d", draw => Average(draw, "AvgPool2d", 2)),
        new("AdaptiveAvgPool1d", draw => Of("AdaptiveAvgPool1d", Input(draw, 1)).With("output_size", draw.Int(1, 5))),
        new("AdaptiveAvgPool2d", draw => Of("AdaptiveAvgPool2d", Input(draw, 2)).With("output_size", draw.PerDimension(2, 1, 5))),
    ];

    private static LayerExample Max(Draw draw, string kind, int dimensions) =>
        Settings(draw, Of(kind, Input(draw, dimensions)), dimensions).With("dilation", draw.PerDimension(dimensions, 1, 2));

    private static LayerExample Average(Draw draw, string kind, int dimensions) =>
        Settings(draw, Of(kind, Input(draw, dimensions)), dimensions).With("count_include_pad", draw.Flag());

    private static LayerExample Settings(Draw draw, LayerExample example, int dimensions) => example
        .With("kernel_size", draw.PerDimension(dimensions, 2, 3))
        .With("stride", draw.Flag() ? null : draw.PerDimension(dimensions, 1, 4))
        .With("padding", draw.PerDimension(dimensions, 0, 1))
        .With("ceil_mode", draw.Flag());

    private static ExampleInput Input(Draw draw, int dimensions) => dimensions == 1
        ? Values(2, draw.Int(1, 3), draw.Int(5, 11))
        : Values(2, draw.Int(1, 3), draw.Int(5, 8), draw.Int(5, 8));
}
