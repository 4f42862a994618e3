using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Fully connected layers and embeddings.</summary>
public sealed class LinearExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("Linear", draw => Of("Linear", draw.Flag() ? Values(draw.Int(1, 4), draw.Int(1, 6)) : Values(2, draw.Int(1, 4), draw.Int(1, 6)))
            .With("out_features", draw.Int(1, 6)).With("bias", draw.Flag())),
        new("Embedding", Embedding),
        new("EmbeddingBag", EmbeddingBag),
    ];

    private static LayerExample EmbeddingBag(Draw draw)
    {
        var classes = (int)draw.Int(2, 6);
        var example = Of("EmbeddingBag", Numbers(classes, draw.Int(1, 3), draw.Int(2, 5))).With("embedding_dim", draw.Int(1, 5));
        return draw.Flag() ? example.With("padding_idx", 0L) : example;
    }

    private static LayerExample Embedding(Draw draw)
    {
        var classes = (int)draw.Int(2, 6);
        var spare = draw.Int(0, 3);
        var example = Of("Embedding", draw.Flag() ? Numbers(classes, draw.Int(2, 4)) : Numbers(classes, draw.Int(1, 3), draw.Int(2, 5)))
            .With("embedding_dim", draw.Int(1, 5));
        example = spare > 0 || draw.Flag() ? example.With("num_embeddings", classes + spare) : example;

        // The padding row has no gradient by definition, so the numbers that arrive here never name it.
        return spare > 0 ? example.With("padding_idx", classes + spare - 1) : example;
    }
}
