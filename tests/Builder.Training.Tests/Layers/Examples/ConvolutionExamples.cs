using Builder.Graph.Documents;
using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Convolutions, plain and transposed, with groups, dilation and padding.</summary>
public sealed class ConvolutionExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("Conv1d", draw => Settings(draw, Of("Conv1d", Values(2, 4, draw.Int(7, 12))), 1)),
        new("Conv2d", draw => Settings(draw, Of("Conv2d", Values(2, 4, draw.Int(7, 9), draw.Int(7, 9))), 2)),
        new("ConvTranspose1d", draw => Transposed(draw, Of("ConvTranspose1d", Values(2, 4, draw.Int(3, 6))), 1)),
        new("ConvTranspose2d", draw => Transposed(draw, Of("ConvTranspose2d", Values(2, 4, draw.Int(3, 5), draw.Int(3, 5))), 2)),
    ];

    private static LayerExample Settings(Draw draw, LayerExample example, int dimensions) => example
        .With("out_channels", 4 * draw.Int(1, 2))
        .With("kernel_size", draw.PerDimension(dimensions, 1, 3))
        .With("stride", draw.PerDimension(dimensions, 1, 3))
        .With("padding", draw.PerDimension(dimensions, 0, 2))
        .With("dilation", draw.PerDimension(dimensions, 1, 3))
        .With("groups", draw.Pick(1L, 2L, 4L))
        .With("bias", draw.Flag());

    private static LayerExample Transposed(Draw draw, LayerExample example, int dimensions)
    {
        example = Settings(draw, example, dimensions).With("padding", draw.PerDimension(dimensions, 0, 1));
        var stride = SameEverywhere(example.Parameters["stride"]);
        return stride > 1
            ? example.With("output_padding", draw.PerDimension(dimensions, 0, stride - 1))
            : example;
    }

    private static long SameEverywhere(ParameterValue value) => value is ParameterValue.Integer same ? same.Value : 1;
}
