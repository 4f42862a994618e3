using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Shapes;
using Builder.Training.Layers;
using Builder.Training.Onnx;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Layers.Examples;
using Builder.Training.Tests.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

/// <summary>What every kind's nodes of an ONNX graph compute, by ONNX Runtime. Kinds are found by themselves.</summary>
public class OnnxContractTests
{
    private const int Examples = 12;
    private const double Allowed = 1e-5;

    // Layers that read sequences: a file of theirs takes any length.
    private static readonly string[] Sequential =
    [
        "LSTM", "GRU", "RNN", "Embedding", "EmbeddingBag", "MultiheadAttention", "PositionalEmbedding", "SinusoidalEncoding", "PaddingMask", "Linear",
        "LayerNorm", "Conv1d", "BatchNorm1d", "Concatenate", "Mean", "Add", "Permute", "Select", "Softmax", "ReLU",
    ];

    /// <summary>Kinds whose output follows from what arrives, losses left out.</summary>
    public static TheoryData<string> Kinds =>
        [.. LayerFactory.Kinds.Where(kind => BlockCatalog.Get(kind).Role != Role.Loss && KindExamples.Find(kind) is not { Random: true }).Order(StringComparer.Ordinal)];

    /// <summary>Losses.</summary>
    public static TheoryData<string> Losses => [.. LayerFactory.Kinds.Where(kind => BlockCatalog.Get(kind).Role == Role.Loss).Order(StringComparer.Ordinal)];

    /// <summary>Kinds that read sequences.</summary>
    public static TheoryData<string> Sequences => [.. Sequential];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ONNX_Runtime_computes_what_the_layer_computes_for_one_sample_and_for_seven(string kind)
    {
        var worst = 0.0;
        foreach (var example in Of(kind))
        {
            foreach (var batch in new long[] { 1, 7 })
            {
                var difference = OnnxComparison.Worst(example, batch);
                Assert.True(difference <= Allowed, $"{example} with {batch} samples: {difference}");
                worst = Math.Max(worst, difference);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {worst:0.0e0}");
    }

    [Theory]
    [MemberData(nameof(Sequences))]
    public void A_sequence_may_be_shorter_than_that_of_the_training(string kind)
    {
        var compared = 0;
        foreach (var example in Of(kind))
        {
            for (var dim = 1; dim <= 2; dim++)
            {
                if (IsLongAlong(example, dim) && !OnnxComparison.Types(example, dim).IsEmpty && Compare(example, dim) is { } difference)
                {
                    Assert.True(difference <= Allowed, $"{example} along {dim}: {difference}");
                    compared++;
                }
            }
        }

        Assert.True(compared > 0, $"{kind} takes no other length.");
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_loss_has_no_nodes_and_says_why(string kind)
    {
        var missing = Assert.Throws<OnnxMissingException>(() => OnnxComparison.Worst(KindExamples.Find(kind)!.Next(new Draw(1)), 1));
        Assert.NotEmpty(missing.Reason.Words.En);
        Assert.NotEmpty(missing.Reason.Words.Zh);
    }

    [Fact]
    public void Random_numbers_are_given_from_outside()
    {
        using var scope = NewDisposeScope();
        using var layer = LayerProbe.Create("Noise", [], ("size", Graph.Documents.ParameterValue.Of(2L, 3L)));
        var graph = new OnnxGraph { Scope = "noise" };
        var type = TensorType.Batched(2, 3);
        graph.Output("drawn", layer.ToOnnx([], [type], graph)[0], OnnxElement.Float, type.Shape);
        var given = randn(4, 2, 3);

        var input = Assert.Single(graph.Inputs);
        Assert.Equal(OnnxElements.Of(ElementType.Float32), input.Element);
        Assert.Equal(TensorValues.Read(given), OnnxSession.Run(graph.ToBytes("", []), [(input.Name, given)])[0].Values);
    }

    [Fact]
    public void Adaptive_means_of_an_unknown_length_are_refused_where_they_are_not_one_mean()
    {
        using var layer = LayerProbe.Create("AdaptiveAvgPool1d", [[2, 3, 10]], ("output_size", 4L));
        var graph = new OnnxGraph();
        var type = new TensorType(new Shape(Dim.Batch, 3, Dim.Symbol("T")));

        Assert.Throws<OnnxLengthException>(() => layer.ToOnnx([new OnnxValue("x", type)], [type], graph));
    }

    // One symbol stands for one length: what arrives at several ports has to have the same.
    private static bool IsLongAlong(LayerExample example, int dim) =>
        example.AllInputs.All(input => dim < input.Shape.Length && input.Shape[dim] > 1) && example.AllInputs.Select(input => input.Shape[dim]).Distinct().Count() == 1;

    // A window may not fit into what is left, and some settings need the length.
    private static double? Compare(LayerExample example, int dim)
    {
        try
        {
            return OnnxComparison.Worst(example, 3, dim, shorter: 1);
        }
        catch (Exception e) when (e is OnnxLengthException or System.Runtime.InteropServices.ExternalException)
        {
            return null;
        }
    }

    private static IEnumerable<LayerExample> Of(string kind) =>
        Enumerable.Range(0, Examples).Select(seed => KindExamples.Find(kind)!.Next(new Draw(seed)).InTraining(false));
}
