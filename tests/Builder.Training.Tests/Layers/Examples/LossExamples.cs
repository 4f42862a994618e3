using Builder.Graph.Documents;
using static Builder.Training.Tests.Layers.Examples.ExampleInput;
using static Builder.Training.Tests.Layers.Examples.LayerExample;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>Losses.</summary>
public sealed class LossExamples : FamilyExamples
{
    /// <inheritdoc/>
    public override IEnumerable<KindExamples> Kinds =>
    [
        new("MSELoss", draw => Pair("MSELoss", draw)),
        new("L1Loss", draw => Pair("L1Loss", draw)),
        new("SmoothL1Loss", draw => Pair("SmoothL1Loss", draw).With("beta", draw.Real(0.1, 2))),
        new("HuberLoss", draw => Pair("HuberLoss", draw).With("delta", draw.Real(0.1, 2))),
        new("HingeLoss", draw => Pair("HingeLoss", draw, target => target.Fixed()).With("margin", draw.Real(0, 2))),
        new("KLDivLoss", KLDivergence),
        new("GaussianKLLoss", draw => Reduced(draw, Of("GaussianKLLoss", Values(3, 4), Values(3, 4)))),
        new("BCEWithLogitsLoss", Binary),
        new("CrossEntropyLoss", draw => (draw.Int(0, 3) == 0 ? Probabilities(draw) : Classes("CrossEntropyLoss", draw))
            .With("label_smoothing", draw.Pick(0, 0.1))),
        new("NLLLoss", draw => Classes("NLLLoss", draw)),
        new("MultiMarginLoss", MultiMargin),
        new("CosineEmbeddingLoss", Cosine),
    ];

    private static LayerExample Reduced(Draw draw, LayerExample example) => example.With("reduction", draw.Pick("mean", "sum"));

    private static LayerExample Pair(string kind, Draw draw, Func<ExampleInput, ExampleInput>? target = null)
    {
        var values = Values([draw.Int(1, 4), .. draw.Pick<long[]>([], [3], [1], [2, 3], [1, 3, 2])]);
        return Reduced(draw, Of(kind, values, target?.Invoke(values) ?? values));
    }

    private static LayerExample KLDivergence(Draw draw)
    {
        var logarithms = draw.Flag();
        return Pair("KLDivLoss", draw, target => logarithms ? target : target.Between(0.05, 1))
            .With("log_target", logarithms).With("reduction", draw.Pick("mean", "batchmean", "sum"));
    }

    private static LayerExample Binary(Draw draw)
    {
        var outputs = draw.Int(1, 4);
        var weight = draw.Pick<double[]>([], [draw.Real(0.5, 4)], Weights(draw, outputs));
        var values = Values(draw.Int(1, 4), outputs);
        return Reduced(draw, Of("BCEWithLogitsLoss", values, values.Between(0, 1)))
            .With("pos_weight", weight.Length == 0 ? null : ParameterValue.Of(weight));
    }

    private static LayerExample Classes(string kind, Draw draw)
    {
        var (classes, last) = ((int)draw.Int(2, 5), draw.Flag());
        var places = draw.Pick<long[]>([], [3], [2, 2]);
        long[] shape = last ? [4, .. places, classes] : [4, classes, .. places];
        return Reduced(draw, Of(kind, Values(shape), Numbers(classes, [4, .. places])))
            .With("dim", last ? -1L : 1L)
            .With("weight", draw.Flag() ? ParameterValue.Of(Weights(draw, classes)) : null)
            .With("ignore_index", draw.Flag() ? classes + 1L : (ParameterValue?)null);
    }

    private static LayerExample Probabilities(Draw draw)
    {
        var values = Values([3, draw.Int(2, 4), .. draw.Pick<long[]>([], [2])]);
        return Reduced(draw, Of("CrossEntropyLoss", values, values.Between(0, 1))).With("dim", values.Shape.Length == 3 ? draw.Pick(1L, -1L) : 1);
    }

    private static LayerExample MultiMargin(Draw draw)
    {
        var classes = (int)draw.Int(2, 5);
        return Reduced(draw, Of("MultiMarginLoss", Values(3, classes), Numbers(classes, 3)))
            .With("p", draw.Int(1, 2)).With("margin", draw.Real(0.1, 2))
            .With("weight", draw.Flag() ? ParameterValue.Of(Weights(draw, classes)) : null);
    }

    private static LayerExample Cosine(Draw draw)
    {
        var values = Values([4, draw.Int(2, 4), .. draw.Pick<long[]>([], [2])]);
        var target = draw.Pick<ExampleInput?>(null, Numbers(2, 4), Values(4, 1).Fixed(), Values(4).Fixed());
        return Reduced(draw, Of("CosineEmbeddingLoss", values, values, target)).With("margin", draw.Real(-0.5, 0.5));
    }

    private static double[] Weights(Draw draw, long count) => [.. Enumerable.Range(0, (int)count).Select(_ => draw.Real(0.5, 2))];
}
