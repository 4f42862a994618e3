using Builder.Graph.Data;
using Builder.Training.Layers;
using Builder.Training.Tests.Layers.Examples;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>A layer made from an example, with random weights and inputs that depend on the seed alone.</summary>
internal sealed class ExampleRun : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Random _random;
    private readonly ForwardContext _pass;

    public ExampleRun(LayerExample example, ScalarType type, int seed)
    {
        _random = new Random(seed);
        _pass = new ForwardContext(example.Training, example.BatchSize);
        Example = example;
        Layer = LayerFactory.Create(new LayerContext(example.Instance(), type, TestDevice.Current));
        foreach (var weight in Layer.Weights.Where(w => w.Trainable))
        {
            SetValues(weight.Tensor, [.. Enumerable.Range(0, (int)weight.Tensor.numel()).Select(_ => _random.NextDouble() - 0.5)]);
        }

        Inputs = [.. example.Inputs.SelectMany(slots => slots.IsEmpty ? [null] : slots.Select(input => (Tensor?)Make(input, type)))];
    }

    public LayerExample Example { get; }

    public Layer Layer { get; }

    /// <summary>One tensor for each link, null for an open port.</summary>
    public Tensor?[] Inputs { get; }

    /// <summary>Everything by which gradients are checked, with a name for messages.</summary>
    public IEnumerable<(string Name, Tensor Tensor)> Leaves => Inputs
        .Select((tensor, i) => (Name: $"input {i}", Tensor: tensor!))
        .Where(leaf => leaf.Tensor is { } tensor && tensor.requires_grad)
        .Concat(Layer.Weights.Where(w => w.Trainable).Select(w => (w.Name, w.Tensor)));

    public Tensor[] Forward() => Layer.Forward(Inputs, _pass);

    /// <summary>Sum of all outputs, each value times a fixed random number: one number that depends on every output.</summary>
    public static Tensor Weighted(Tensor[] outputs)
    {
        var factors = new Random(17);
        var sum = zeros([], outputs[0].dtype, outputs[0].device);
        foreach (var output in outputs.Where(o => o.requires_grad))
        {
            var factor = Enumerable.Range(0, (int)output.numel()).Select(_ => (factors.NextDouble() * 2) - 1).ToArray();
            sum = sum.add(output.mul(TensorValues.Of(factor, output.shape, output.dtype, output.device)).sum());
        }

        return sum;
    }

    /// <summary>Overwrites the values of a tensor without a trace in its gradient.</summary>
    public static void SetValues(Tensor tensor, double[] values)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        tensor.copy_(TensorValues.Of(values, tensor.shape, tensor.dtype, tensor.device));
    }

    public void Dispose()
    {
        Layer.Dispose();
        _scope.Dispose();
    }

    private Tensor Make(ExampleInput input, ScalarType type)
    {
        var indices = Enumerable.Range(0, (int)input.Count);
        return input.Element == ElementType.Int64
            ? TensorValues.Of([.. indices.Select(_ => (long)_random.Next(input.Classes ?? 2))], input.Shape, TestDevice.Current)
            : TensorValues.Of([.. indices.Select(_ => input.Low + ((input.High - input.Low) * _random.NextDouble()))], input.Shape, type, TestDevice.Current)
                .requires_grad_(input.Differentiable);
    }
}
