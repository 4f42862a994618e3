using System.Collections.Frozen;
using System.Collections.Immutable;
using Builder.Graph.Messages;

namespace Builder.Graph.Presets;

/// <summary>Every preset there is. They are found by their type: a new one needs no registration.</summary>
public static class PresetCatalog
{
    private static readonly FrozenDictionary<string, Preset> ById = Discover().ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);

    /// <summary>All presets in the order of the palette: by family, then by id.</summary>
    public static ImmutableArray<Preset> Presets { get; } =
        [.. ById.Values.OrderBy(p => p.Family).ThenBy(p => p.Id, StringComparer.Ordinal)];

    internal const string NamePrefix = "preset.";

    internal const string ParameterPrefix = "preset-parameter.";

    internal static readonly IReadOnlyList<MessageTemplate> Names =
    [
        .. Presets.Select(p => Named(p.TitleMessage, p.Title)),
        .. Presets.SelectMany(p => p.Parameters.Select(parameter => Named(p.TitleOf(parameter), parameter.Title))),
    ];

    /// <summary>The preset of this id, or null.</summary>
    public static Preset? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The preset of this id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such preset.</exception>
    public static Preset Get(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no preset '{id}'.");

    private static MessageTemplate Named(Message message, Localized title) => new(message.Code, title.En, title.Zh);

    private static IEnumerable<Preset> Discover() =>
        typeof(PresetCatalog).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Preset)))
            .Select(t => (Preset)Activator.CreateInstance(t)!);
}
