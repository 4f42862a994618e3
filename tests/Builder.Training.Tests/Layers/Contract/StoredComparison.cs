using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>Runs a layer on a stored case and compares everything that comes out.</summary>
internal static class StoredComparison
{
    private const double Float64Tolerance = 1e-5;

    /// <summary>
    /// Outputs, gradients and buffers must agree within 1e-5: in float64 value by value, in float32 relative to the largest value of the
    /// tensor, since small values there carry the rounding of the large ones that they were summed from.
    /// </summary>
    public static void Check(StoredCase stored, ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var layer = LayerFactory.Create(new LayerContext(stored.Example.Instance(), type, TestDevice.Current));
        Assert.Equal(layer.Weights.Select(w => w.Name), stored.Weights.Select(w => w.Name));
        foreach (var (weight, values) in layer.Weights.Zip(stored.Weights))
        {
            Assert.Equal(weight.Tensor.shape, values.Tensor.Shape);
            ExampleRun.SetValues(weight.Tensor, values.Tensor.Values);
        }

        var inputs = stored.Inputs.Select(input => input is null ? null : Make(input, type)).ToArray();
        var outputs = layer.Forward(inputs, new ForwardContext(stored.Example.Training, stored.Example.BatchSize));
        Compare(stored, "output", stored.Outputs, outputs.Select(TensorValues.Read), type);
        Backward(stored, outputs);
        var gradients = inputs.Select(input => input is { requires_grad: true } ? TensorValues.ReadGradient(input) : null);
        Compare(stored, "gradient by input", stored.InputGradients, gradients, type);
        var named = layer.Weights.ToDictionary(w => w.Name, w => w.Tensor);
        Compare(
            stored, "gradient by weight", [.. stored.WeightGradients.Select(w => w.Tensor)],
            stored.WeightGradients.Select(w => TensorValues.ReadGradient(named[w.Name])), type);
        Compare(
            stored, "buffer", [.. stored.Buffers.Select(b => b.Tensor)], stored.Buffers.Select(b => TensorValues.Read(named[b.Name])), type);
    }

    private static Tensor Make(StoredTensor input, ScalarType type) => input.Whole
        ? TensorValues.Of([.. input.Values.Select(v => (long)v)], input.Shape, TestDevice.Current)
        : TensorValues.Of(input.Values, input.Shape, type, TestDevice.Current).requires_grad_();

    private static void Backward(StoredCase stored, Tensor[] outputs)
    {
        foreach (var (output, gradient) in outputs.Zip(stored.OutputGradients))
        {
            if (output.requires_grad)
            {
                output.backward(grad_tensors: [TensorValues.Of(gradient.Values, gradient.Shape, output.dtype, TestDevice.Current)], retain_graph: true);
            }
        }
    }

    private static void Compare(
        StoredCase stored, string what, IReadOnlyList<StoredTensor?> expected, IEnumerable<double[]?> actual, ScalarType type)
    {
        var found = actual.ToArray();
        Assert.Equal(expected.Count, found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            if (expected[i] is { } tensor)
            {
                Compare($"{stored.Example} in {type}: {what} {i}", tensor.Values, found[i]!, type == ScalarType.Float32);
            }
        }
    }

    private static void Compare(string what, double[] expected, double[] actual, bool byLargest)
    {
        Assert.True(expected.Length == actual.Length, $"{what} has {actual.Length} values instead of {expected.Length}.");
        var largest = expected.Select(Math.Abs).DefaultIfEmpty().Max();
        for (var i = 0; i < expected.Length; i++)
        {
            var allowed = byLargest
                ? TestDevice.Float32Tolerance * Math.Max(largest, 0.1)
                : (Float64Tolerance * Math.Abs(expected[i])) + 1e-9;
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{what}, value {i}: {actual[i]} instead of {expected[i]}.");
        }
    }
}
