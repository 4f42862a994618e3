using System.Collections.Frozen;
using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;

namespace Builder.Graph.Analysis;

/// <summary>
/// How the nodes of a graph hang together: what depends on kinds, paths and links alone, and not on sizes. Each thing is found once, and stays
/// true for as long as no node or link comes or goes.
/// </summary>
/// <param name="nodes">The nodes.</param>
internal sealed class GraphStructure(ImmutableArray<FlatNode> nodes)
{
    private static readonly FrozenSet<BlockKind> Watchers =
        BlockCatalog.Kinds.Where(k => k.Parameters.Any(p => p.Type == ParameterType.Score)).ToFrozenSet();

    private readonly Dictionary<int, bool[]> _upstream = [];
    private readonly Dictionary<int, LossInfluence> _influences = [];
    private readonly ILookup<Role, int> _byRole = nodes.ToLookup(n => n.Kind.Role, n => n.Index);
    private Dictionary<string, int>? _places;
    private ImmutableArray<int>? _unused;
    private bool[]? _minimized;

    /// <summary>Indices of the nodes of a role, in order.</summary>
    public IEnumerable<int> OfRole(Role role) => _byRole[role];

    /// <summary>Indices of the nodes that use another one's weights, in order.</summary>
    public ImmutableArray<int> Sharing { get; } = [.. nodes.Where(n => n.WeightsPath != n.Path).Select(n => n.Index)];

    /// <summary>Indices of the nodes that watch a score, in order.</summary>
    public ImmutableArray<int> Watching { get; } =
        [.. nodes.Where(n => Watchers.Contains(n.Kind)).Select(n => n.Index)];

    /// <summary>True where samples are made out of noise.</summary>
    public bool HasNoise { get; } = nodes.Any(n => n.Kind is Noise);

    /// <summary>Indices of the optimizers that are linked to something, in order.</summary>
    public ImmutableArray<int> Minimizers => [.. OfRole(Role.Optimizer).Where(i => nodes[i].Inputs.Any(p => p.Length > 0))];

    /// <summary>For each node: whether an optimizer needs it.</summary>
    public bool[] Minimized => _minimized ??= Upstream.Of(nodes, Minimizers);

    /// <summary>Indices of the nodes of blocks from which no way leads to an optimizer, a metric or an output.</summary>
    public ImmutableArray<int> Unused => _unused ??= UsageRules.Unused(nodes);

    /// <summary>Index of the node of that path; null where there is none.</summary>
    public int? PlaceOf(string path) =>
        (_places ??= nodes.ToDictionary(n => n.Path, n => n.Index, StringComparer.Ordinal)).TryGetValue(path, out var place) ? place : null;

    /// <summary>For each node: whether that one needs it.</summary>
    public bool[] NeededBy(int node)
    {
        if (!_upstream.TryGetValue(node, out var needed))
        {
            _upstream.Add(node, needed = Upstream.Of(nodes, node));
        }

        return needed;
    }

    /// <summary>Which weights have an influence on a loss.</summary>
    /// <param name="graph">A graph of this structure, whose nodes have weights where those of this structure's own graph have.</param>
    /// <param name="loss">Index of the loss.</param>
    public LossInfluence InfluenceOn(FlatGraph graph, int loss)
    {
        if (!_influences.TryGetValue(loss, out var influence))
        {
            _influences.Add(loss, influence = LossInfluence.Of(graph, NeededBy(loss)));
        }

        return influence;
    }

    /// <summary>Nodes have weights or types now that had none, or the other way round.</summary>
    public void ForgetInfluences() => _influences.Clear();
}
