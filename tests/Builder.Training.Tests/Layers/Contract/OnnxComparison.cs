using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;
using Builder.Training.Layers;
using Builder.Training.Onnx;
using Builder.Training.Tests.Layers.Examples;
using Builder.Training.Tests.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>A layer with random weights and statistics beside what ONNX Runtime makes of its nodes.</summary>
internal static class OnnxComparison
{
    /// <summary>The largest difference over all values of all outputs, relative to the largest value of its tensor, at least to 1.</summary>
    /// <param name="example">The layer; the pass is never one of training.</param>
    /// <param name="batch">Samples that are given.</param>
    /// <param name="dim">A dimension whose size is a symbol in the graph; 0 for none but the batch.</param>
    /// <param name="shorter">How much less than in the example there is of that dimension.</param>
    /// <param name="seed">Of weights and values.</param>
    /// <exception cref="OnnxLengthException">The layer has to know the size of that dimension.</exception>
    public static double Worst(LayerExample example, long batch, int dim = 0, long shorter = 0, int seed = 7)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var random = new Random(seed);
        using var layer = LayerFactory.Create(new LayerContext(example.Instance(), ScalarType.Float32, device("cpu")));
        foreach (var (name, weight, trainable) in layer.Weights)
        {
            // A remembered variance is never negative.
            ExampleRun.SetValues(weight, [.. Enumerable.Range(0, (int)weight.numel()).Select(_ => random.NextDouble() - (trainable || name == "running_mean" ? 0.5 : -0.5))]);
        }

        var given = example.AllInputs.Select(input => Given(input, Sized(input, example, batch, dim, shorter), random)).ToArray();
        var forward = layer.Forward(Slots(example, given), new ForwardContext(Training: false, batch));
        var (graph, names) = Graph(layer, example, dim);
        var computed = OnnxSession.Run(graph.ToBytes("", []), [.. names.Zip(given)]);
        Assert.Equal(forward.Length, computed.Count);
        return forward.Select((output, i) => Difference(example, output, computed[i])).Max();
    }

    /// <summary>What the kind's rule finds where the batch and one more dimension are symbols; empty where it finds a problem.</summary>
    public static ImmutableArray<TensorType> Types(LayerExample example, int dim)
    {
        var instance = example.Instance(input => Symbolic(input, dim));
        var result = instance.Kind.Infer(instance);
        var known = instance.Kind.Infer(example.Instance());
        return result.Problems.Any(p => p.Severity == Severity.Error) || !result.Weights.Select(w => w.Count).SequenceEqual(known.Weights.Select(w => w.Count)) ? [] : result.Outputs;
    }

    private static (OnnxGraph Graph, string[] Inputs) Graph(Layer layer, LayerExample example, int dim)
    {
        var graph = new OnnxGraph { Scope = "group/layer" };
        var values = example.Inputs.SelectMany((slots, port) => slots.IsEmpty && !BlockCatalog.Get(example.Kind).Inputs[port].Variadic ? [null] : slots.Select(input =>
        {
            var type = Symbolic(input, dim);
            return (OnnxValue?)new OnnxValue(graph.Input("given", OnnxElements.Of(type.Element), type.Shape), type);
        })).ToArray();
        var types = Types(example, dim);
        var names = layer.ToOnnx(values, types, graph);
        for (var i = 0; i < names.Length; i++)
        {
            graph.Output("result", names[i], OnnxElements.Of(types[i].Element), types[i].Shape);
        }

        return (graph, [.. values.OfType<OnnxValue>().Select(v => v.Name)]);
    }

    private static Tensor?[] Slots(LayerExample example, Tensor[] given)
    {
        var next = 0;
        return [.. example.Inputs.SelectMany((slots, port) => slots.IsEmpty && !BlockCatalog.Get(example.Kind).Inputs[port].Variadic
            ? [null] : slots.Select(_ => (Tensor?)given[next++]).ToArray())];
    }

    private static TensorType Symbolic(ExampleInput input, int dim)
    {
        var type = input.WithSymbol(0, "N");
        return dim > 0 && dim < type.Shape.Rank ? type.Reshaped(type.Shape.With(dim, Dim.Symbol("T"))) : type;
    }

    private static long[] Sized(ExampleInput input, LayerExample example, long batch, int dim, long shorter)
    {
        var shape = (long[])input.Shape.Clone();
        if (shape.Length > 0 && shape[0] == example.BatchSize)
        {
            shape[0] = batch;
        }

        if (dim > 0 && dim < shape.Length)
        {
            shape[dim] -= shorter;
        }

        return shape;
    }

    // A mask of an example hides nothing; here it hides any step but the first.
    private static Tensor Given(ExampleInput input, long[] shape, Random random)
    {
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        return input.Element == ElementType.Int64
            ? TensorValues.Of([.. Enumerable.Range(0, count).Select(_ => (long)random.Next(input.Classes ?? 2))], shape, device("cpu"))
            : input is { Low: 0, High: 0 }
                ? TensorValues.Of([.. Enumerable.Range(0, count).Select(i => i % shape[^1] == 0 ? 0.0 : random.Next(2))], shape, ScalarType.Float32, device("cpu"))
                : TensorValues.Of([.. Enumerable.Range(0, count).Select(_ => input.Low + ((input.High - input.Low) * random.NextDouble()))], shape, ScalarType.Float32, device("cpu"));
    }

    private static double Difference(LayerExample example, Tensor expected, OnnxResult actual)
    {
        Assert.True(expected.shape.SequenceEqual(actual.Shape), $"{example}: [{string.Join(", ", actual.Shape)}] instead of [{string.Join(", ", expected.shape)}]");
        var values = TensorValues.Read(expected);
        var largest = values.Select(Math.Abs).DefaultIfEmpty().Max();
        return values.Zip(actual.Values, (a, b) => a.Equals(b) ? 0 : double.IsNaN(a - b) ? double.PositiveInfinity : Math.Abs(a - b)).DefaultIfEmpty().Max() / Math.Max(1, largest);
    }
}
