using System.Collections.Frozen;
using System.Collections.Immutable;
using Builder.Graph.Messages;

namespace Builder.Graph.Catalog;

/// <summary>Every kind of block there is.</summary>
public static class BlockCatalog
{
    private static readonly FrozenDictionary<string, BlockKind> ById = Discover().ToFrozenDictionary(k => k.Id, StringComparer.Ordinal);

    /// <summary>All kinds in the order of the palette: by family, then by id.</summary>
    public static ImmutableArray<BlockKind> Kinds { get; } =
        [.. ById.Values.OrderBy(k => k.Family).ThenBy(k => k.Id, StringComparer.Ordinal)];

    internal const string NamePrefix = "block-kind.";

    internal const string InputPrefix = "block-input.";

    internal const string ParameterPrefix = "block-parameter.";

    internal static readonly IReadOnlyList<MessageTemplate> Names =
    [
        .. Kinds.Select(k => Named(k.TitleMessage, k.Title)),
        .. Kinds.SelectMany(k => k.Inputs.Select(port => Named(k.TitleOf(port), port.Title))),
        .. Kinds.SelectMany(k => k.Parameters.Select(parameter => Named(k.TitleOf(parameter), parameter.Title))),
    ];

    /// <summary>The kind of this id, or null.</summary>
    public static BlockKind? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The kind of this id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public static BlockKind Get(string id) => Find(id) ?? throw new KeyNotFoundException($"There is no block kind '{id}'.");

    private static MessageTemplate Named(Message message, Localized title) => new(message.Code, title.En, title.Zh);

    private static IEnumerable<BlockKind> Discover() =>
        typeof(BlockCatalog).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(BlockKind)))
            .Select(t => (BlockKind)Activator.CreateInstance(t)!);
}
