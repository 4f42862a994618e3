using Builder.Graph.Catalog;
using Builder.Training.Tests.Layers.Examples;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>Shape rules on examples in which a size is not known.</summary>
internal static class ShapeContract
{
    /// <summary>What the rule finds when dimension <paramref name="dim"/> of every input is a symbol.</summary>
    public static ShapeResult Symbolic(LayerExample example, int dim, string symbol)
    {
        var instance = example.Instance(input => input.WithSymbol(dim, symbol));
        return instance.Kind.Infer(instance);
    }
}
