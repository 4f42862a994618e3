using System.Collections.Frozen;

namespace Builder.Training.Tests.Layers.Examples;

/// <summary>How to make legal examples of a kind.</summary>
/// <param name="Kind">Id of the kind.</param>
/// <param name="Next">Draws an example.</param>
/// <param name="Random">True where the output is random, so that it has no gradients and no stored results.</param>
public sealed record KindExamples(string Kind, Func<Draw, LayerExample> Next, bool Random = false)
{
    private static readonly Lazy<FrozenDictionary<string, KindExamples>> ByKind = new(Discover);

    /// <summary>The examples of a kind; null where no family provides any.</summary>
    public static KindExamples? Find(string kind) => ByKind.Value.GetValueOrDefault(kind);

    private static FrozenDictionary<string, KindExamples> Discover() => typeof(KindExamples).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(FamilyExamples)))
        .SelectMany(type => ((FamilyExamples)Activator.CreateInstance(type)!).Kinds)
        .ToFrozenDictionary(examples => examples.Kind, StringComparer.Ordinal);
}

/// <summary>The examples of one family of the palette. Every subclass is found by itself.</summary>
public abstract class FamilyExamples
{
    /// <summary>Examples of each kind of the family.</summary>
    public abstract IEnumerable<KindExamples> Kinds { get; }
}
