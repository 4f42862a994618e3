using Builder.Graph.Documents;
using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Layers that rearrange values.</summary>
public sealed class ShapingExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("Flatten", draw => Of("Flatten", Values(2, draw.Int(1, 3), draw.Int(1, 3), draw.Int(1, 3)))
            .With("start_dim", draw.Pick(1L, 2L, -2L)).With("end_dim", draw.Pick(-1L, 3L))),
        new("Unflatten", draw => Of("Unflatten", Values(2, 12, 3))
            .With("unflattened_size", draw.Pick(ParameterValue.Of(3L, 4L), ParameterValue.Of(-1L, 2L), ParameterValue.Of(2L, 2L, 3L)))),
        new("Reshape", draw => Of("Reshape", draw.Flag() ? Values(2, 12) : Values(2, 3, 4))
            .With("shape", draw.Pick(ParameterValue.Of(3L, 4L), ParameterValue.Of(-1L), ParameterValue.Of(2L, -1L, 3L)))),
        new("Permute", draw => draw.Flag()
            ? Of("Permute", Values(2, draw.Int(1, 4), draw.Int(1, 4))).With("dims", draw.Pick(ParameterValue.Of(0L, 2L, 1L), ParameterValue.Of(0L, -1L, -2L)))
            : Of("Permute", Values(2, 3, draw.Int(1, 4), 5)).With("dims", draw.Pick(ParameterValue.Of(0L, 2L, 3L, 1L), ParameterValue.Of(0L, 1L, 3L, 2L)))),
        new("Select", draw => Of("Select", Values(2, 4, 3)).With("dim", draw.Pick(1L, 2L, -1L)).With("index", draw.Int(-3, 2))),
        new("Upsample", draw => draw.Flag() ? Resized(draw, Values(2, 2, draw.Int(3, 6)), 1) : Resized(draw, Values(2, 2, draw.Int(3, 5), draw.Int(3, 5)), 2)),
        new("Pad", draw => draw.Flag() ? Constant(draw) : Filled(draw)),
    ];

    private static LayerExample Resized(Draw draw, ExampleInput input, int dimensions)
    {
        var mode = dimensions == 1 ? draw.Pick("nearest", "linear") : draw.Pick("nearest", "bilinear", "bicubic");
        var example = Of("Upsample", input).With("mode", (ParameterValue)mode).With("align_corners", draw.Flag());
        return draw.Flag()
            ? example.With("size", draw.PerDimension(dimensions, 2, 8))
            : example.With("scale_factor", draw.Pick(0.5, 1.5, 2.0, 3.0, 2.7));
    }

    private static LayerExample Constant(Draw draw) => Of("Pad", Values(2, 3, 4))
        .With("pad", draw.Pick(ParameterValue.Of(1L, 2L), ParameterValue.Of(-1L, 2L), ParameterValue.Of(0L, -2L, 3L, 1L)))
        .With("value", draw.Real(-2, 2));

    private static LayerExample Filled(Draw draw)
    {
        var example = draw.Flag()
            ? Of("Pad", Values(2, 2, 5)).With("pad", ParameterValue.Of(draw.Int(0, 3), draw.Int(0, 3)))
            : Of("Pad", Values(2, 2, 4, 5)).With("pad", ParameterValue.Of(draw.Int(0, 3), draw.Int(0, 3), draw.Int(0, 3), draw.Int(0, 3)));
        return example.With("mode", (ParameterValue)draw.Pick("reflect", "replicate", "circular"));
    }
}
