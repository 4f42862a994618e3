using System.Collections.Frozen;

namespace Builder.Training.Layers;

/// <summary>Builds the layer of a block. Layers are found by the name of their class, which is the id of their kind.</summary>
public static class LayerFactory
{
    private static readonly FrozenDictionary<string, Func<LayerContext, Layer>> Constructors = Discover();

    /// <summary>Ids of all kinds that compute something.</summary>
    public static IReadOnlyCollection<string> Kinds => Constructors.Keys;

    /// <summary>True where blocks of this kind compute something.</summary>
    public static bool Has(string kind) => Constructors.ContainsKey(kind);

    /// <summary>A layer with fresh weights.</summary>
    /// <exception cref="KeyNotFoundException">Blocks of this kind compute nothing.</exception>
    public static Layer Create(LayerContext context) => Constructors[context.Block.Kind.Id](context);

    private static FrozenDictionary<string, Func<LayerContext, Layer>> Discover() =>
        typeof(LayerFactory).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Layer)))
            .ToFrozenDictionary(type => type.Name, Constructor, StringComparer.Ordinal);

    private static Func<LayerContext, Layer> Constructor(Type type) => type.GetConstructor([typeof(LayerContext)]) is { } constructor
        ? context => (Layer)constructor.Invoke([context])
        : _ => (Layer)Activator.CreateInstance(type)!;
}
