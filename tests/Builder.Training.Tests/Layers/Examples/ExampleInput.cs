using Builder.Graph.Data;
using Builder.Graph.Shapes;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>What arrives at a port in an example: a shape of known sizes, and from which range the test draws its values.</summary>
/// <param name="Shape">Sizes, the batch first.</param>
/// <param name="Element">Float32 for values (float64 where gradients are checked), Int64 for class and token numbers.</param>
/// <param name="Classes">For numbers: drawn from 0 … Classes − 1.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Differentiable">Whether gradients by this input are checked; not for masks and the like.</param>
public sealed record ExampleInput(
    long[] Shape, ElementType Element = ElementType.Float32, int? Classes = null, double Low = -2, double High = 2, bool Differentiable = true)
{
    /// <summary>Number of values.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>Real values.</summary>
    public static ExampleInput Values(params long[] shape) => new(shape);

    /// <summary>Class or token numbers below <paramref name="classes"/>.</summary>
    public static ExampleInput Numbers(int classes, params long[] shape) =>
        new(shape, ElementType.Int64, classes, Differentiable: false);

    /// <summary>The same with values of another range.</summary>
    public ExampleInput Between(double low, double high) => this with { Low = low, High = high };

    /// <summary>The same without a check of gradients.</summary>
    public ExampleInput Fixed() => this with { Differentiable = false };

    /// <summary>The type with all sizes known.</summary>
    public TensorType Known() => new(new Shape([.. Shape.Select(Dim.Of)]), Element, Classes);

    /// <summary>The type with a symbol in place of one size.</summary>
    public TensorType WithSymbol(int dim, string symbol) => Known() is var type && dim < Shape.Length
        ? type.Reshaped(type.Shape.With(dim, Dim.Symbol(symbol)))
        : type;
}
