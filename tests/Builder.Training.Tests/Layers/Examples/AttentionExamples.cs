using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Attention and positions.</summary>
public sealed class AttentionExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("MultiheadAttention", draw => draw.FromRanges(draw.Flag() ? Self(draw) : Cross(draw), "bias", "dropout")),
        new("PositionalEmbedding", draw => Of("PositionalEmbedding", Values(2, draw.Int(1, 5), draw.Int(1, 4))).With("max_length", draw.Int(5, 8))),
        new("SinusoidalEncoding", draw => Of("SinusoidalEncoding", Values(2, draw.Int(1, 6), draw.Int(1, 5)))),
        new("PaddingMask", draw => Of("PaddingMask", Numbers(4, 3, draw.Int(1, 6))).With("padding_idx", draw.Int(0, 3))),
    ];

    private static LayerExample Self(Draw draw)
    {
        var (heads, steps) = (draw.Int(1, 3), draw.Int(1, 5));
        var mask = draw.Flag() ? Shown(2, steps) : null;
        return Of("MultiheadAttention", Values(2, steps, heads * draw.Int(1, 3)), null, null, mask)
            .With("num_heads", heads).With("causal", draw.Flag());
    }

    private static LayerExample Cross(Draw draw)
    {
        var (heads, steps, embed) = (draw.Int(1, 3), draw.Int(1, 5), draw.Int(1, 3));
        var key = draw.Flag() ? heads * embed : draw.Int(1, 5);
        return Of("MultiheadAttention",
                Values(2, draw.Int(1, 4), heads * embed),
                Values(2, steps, key),
                draw.Flag() ? Values(2, steps, draw.Int(1, 5)) : null,
                draw.Flag() ? Shown(2, steps) : null)
            .With("num_heads", heads);
    }

    /// <summary>A mask that hides nothing; stored results and tests of their own look at masks that do.</summary>
    private static ExampleInput Shown(long samples, long steps) => Values(samples, steps).Between(0, 0).Fixed();
}
