using System.Collections.Immutable;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>A weight or buffer of a layer.</summary>
/// <param name="Name">PyTorch's name: "weight", "bias", "weight_ih_l0", "running_mean".</param>
/// <param name="Shape">Sizes as PyTorch stores them.</param>
/// <param name="Trainable">False for buffers such as running means.</param>
public sealed record WeightSpec(string Name, ImmutableArray<long> Shape, bool Trainable = true)
{
    /// <summary>Number of values; one that no whole number of 64 bits can hold stays at the largest there is.</summary>
    public long Count => Shape.Aggregate(Dim.Of(1), (product, size) => product * size).Size;

    /// <summary>A trainable weight of these sizes.</summary>
    public static WeightSpec Of(string name, params ReadOnlySpan<long> shape) => new(name, [.. shape]);

    /// <summary>A buffer of these sizes.</summary>
    public static WeightSpec Buffer(string name, params ReadOnlySpan<long> shape) => new(name, [.. shape], Trainable: false);
}

/// <summary>What a shape rule finds: the outputs and weights of a block, or what is wrong with it.</summary>
/// <param name="Outputs">One type for each output port; empty where the problems leave none.</param>
/// <param name="Weights">The layer's weights and buffers.</param>
/// <param name="Problems">What is wrong; with an error there are no outputs.</param>
public sealed record ShapeResult(
    ImmutableArray<TensorType> Outputs, ImmutableArray<WeightSpec> Weights, ImmutableArray<Problem> Problems)
{
    /// <summary>One output without weights.</summary>
    public static implicit operator ShapeResult(TensorType output) => new([output], [], []);

    /// <summary>A problem instead of outputs.</summary>
    public static implicit operator ShapeResult(Problem problem) => new([], [], [problem]);

    /// <summary>A result without problems: one output and the weights that the layer has at these sizes, in PyTorch's order.</summary>
    public static ShapeResult Of(TensorType output, params ReadOnlySpan<WeightSpec> weights) => new([output], [.. weights], []);

    /// <summary>A block without outputs.</summary>
    public static ShapeResult Nothing { get; } = new([], [], []);

    /// <summary>The same result with one more warning.</summary>
    public ShapeResult WithWarning(Problem warning) => this with { Problems = Problems.Add(warning with { Severity = Severity.Warning }) };
}
