using Builder.Graph.Documents;
using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Arithmetic, merging and reductions.</summary>
public sealed class MathExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("Add", draw => Broadcast("Add", draw)),
        new("Subtract", draw => Broadcast("Subtract", draw)),
        new("Multiply", draw => Broadcast("Multiply", draw)),
        new("MatMul", Product),
        new("Square", draw => Of("Square", Any(draw))),
        new("Abs", draw => Of("Abs", Any(draw))),
        new("Exp", draw => Of("Exp", Any(draw))),
        new("Log", draw => Of("Log", Any(draw).Between(0.1, 3))),
        new("Scale", draw => draw.FromRanges(Of("Scale", Any(draw)), "factor", "offset")),
        new("Clamp", draw => Of("Clamp", Any(draw)).With("min", draw.Real(-2, 0)).With("max", draw.Real(0, 2))),
        new("Mean", draw => Reduction("Mean", draw)),
        new("Sum", draw => Reduction("Sum", draw)),
        new("Max", draw => Reduction("Max", draw)),
        new("Concatenate", Concatenation),
        new("Reparameterize", draw => Of("Reparameterize", Values(3, 4), Values(3, 4))),
    ];

    private static ExampleInput Any(Draw draw) => Values(draw.Pick<long[]>([], [3], [2, 3], [2, 3, 2], [2, 1, 2, 3]));

    private static LayerExample Broadcast(string kind, Draw draw)
    {
        long[] full = draw.Pick<long[]>([], [3], [3, 4], [3, 2, 4], [3, 2, 4, 2]);
        ExampleInput Side() => Values([.. full.Select((size, i) => i > 0 && draw.Int(0, 2) == 0 ? 1 : size)]);
        return Of(kind, Side(), Side());
    }

    private static LayerExample Product(Draw draw)
    {
        var (samples, shared) = (draw.Int(1, 3), draw.Int(1, 3));
        return Of("MatMul", Values(samples, draw.Int(1, 3), shared), Values(samples, shared, draw.Int(1, 3)));
    }

    private static LayerExample Reduction(string kind, Draw draw)
    {
        var input = Any(draw);
        var rank = input.Shape.Length;
        var dims = Enumerable.Range(0, rank).Where(_ => draw.Flag()).Select(d => draw.Flag() ? d : (long)(d - rank)).ToArray();
        return Of(kind, input).With("dim", dims.Length == 0 ? null : ParameterValue.Of(dims)).With("keepdim", draw.Flag());
    }

    private static LayerExample Concatenation(Draw draw)
    {
        var rank = (int)draw.Int(2, 4);
        var dim = (int)draw.Int(1, rank - 1);
        long[] shape = [.. Enumerable.Range(0, rank).Select(_ => draw.Int(1, 4))];
        var inputs = Enumerable.Range(0, (int)draw.Int(1, 3)).Select(_ => Values([.. shape.Select((s, i) => i == dim ? draw.Int(1, 4) : s)]));
        return OfSlots("Concatenate", [[.. inputs]]).With("dim", draw.Flag() ? dim : dim - rank);
    }
}
