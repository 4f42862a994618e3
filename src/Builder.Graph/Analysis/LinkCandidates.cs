using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>What a link can be for.</summary>
internal enum LinkUse
{
    /// <summary>A tensor on its way through the network.</summary>
    Flow,

    /// <summary>What a prediction is compared with.</summary>
    Target,

    /// <summary>What an optimizer makes small: a loss, or any other number.</summary>
    Loss,

    /// <summary>A learning-rate schedule for an optimizer.</summary>
    Schedule,
}

/// <summary>An output port from which something comes.</summary>
/// <param name="Port">The port.</param>
/// <param name="Role">The role of its block.</param>
internal sealed record LinkCandidate(PortRef Port, Role Role);

/// <summary>What was found to link to an open port.</summary>
/// <param name="Open">The problem of the port.</param>
/// <param name="Source">The block to link; null where there is none.</param>
/// <param name="Answer">The problem with that as a way out.</param>
internal sealed record ChosenLink(Problem Open, Block? Source, Problem Answer);

/// <summary>
/// The output ports of a canvas from which something comes, by what a link from them can be for. They are found once, and are the same for as long as
/// no block or link comes or goes and no block gets or loses its types.
/// </summary>
internal sealed class LinkCandidates(DocumentIndex index, LinkTracer tracer)
{
    private readonly Dictionary<OpenScope, Dictionary<(LinkUse, bool OnlyUnread), List<LinkCandidate>>> _known = [];

    /// <summary>What was chosen among them for open ports; true for as long as no type changes.</summary>
    public Dictionary<(OpenScope Scope, PortRef Port), ChosenLink> Chosen { get; } = [];

    /// <summary>The ports of the blocks that are not muted, in the order of the blocks' ids.</summary>
    /// <param name="scope">The canvas.</param>
    /// <param name="use">What the link is for.</param>
    /// <param name="onlyUnread">True for those from which no link starts yet.</param>
    public IReadOnlyList<LinkCandidate> In(OpenScope scope, LinkUse use, bool onlyUnread = false)
    {
        if (!_known.TryGetValue(scope, out var lists))
        {
            _known.Add(scope, lists = Find(scope));
        }

        return lists.GetValueOrDefault((use, onlyUnread)) ?? [];
    }

    /// <summary>The type that a port gives; null for a schedule.</summary>
    public TensorType? TypeOf(OpenScope scope, LinkCandidate candidate) => TypeOf(scope, candidate.Port, candidate.Role);

    /// <summary>True where a block with these outputs is a candidate for the same links as with those.</summary>
    public static bool AreAlike(ImmutableArray<TensorType> a, ImmutableArray<TensorType> b) =>
        a.Length == b.Length && a.Zip(b).All(pair => (pair.First.Shape.Rank == 0) == (pair.Second.Shape.Rank == 0));

    private TensorType? TypeOf(OpenScope scope, PortRef port, Role role) =>
        role != Role.Schedule && tracer.Trace(scope, port) is { Node: { } node, Output: var output } ? node.TypeOf(output) : null;

    private Dictionary<(LinkUse, bool), List<LinkCandidate>> Find(OpenScope scope)
    {
        var found = new Dictionary<(LinkUse, bool), List<LinkCandidate>>();
        foreach (var block in index.BlocksOf(scope.Group).Where(b => !b.Muted))
        {
            var role = BlockCatalog.Get(block.Kind).Role;
            foreach (var port in index.Ports.Outputs(block).Select(p => new PortRef(block.Id, p.Name)))
            {
                foreach (var use in UsesOf(TypeOf(scope, port, role), role))
                {
                    Add(found, (use, false), new(port, role));
                    if (!index.IsRead(port))
                    {
                        Add(found, (use, true), new(port, role));
                    }
                }
            }
        }

        return found;
    }

    private static IEnumerable<LinkUse> UsesOf(TensorType? type, Role role)
    {
        if (role == Role.Schedule)
        {
            yield return LinkUse.Schedule;
        }

        if (type is not null && (role == Role.Loss || type.Shape.Rank == 0))
        {
            yield return LinkUse.Loss;
        }

        if (type is not null && role == Role.Target)
        {
            yield return LinkUse.Target;
        }

        if (type is not null && role is (Role.Layer or Role.Input or Role.Group))
        {
            yield return LinkUse.Flow;
        }
    }

    private static void Add(Dictionary<(LinkUse, bool), List<LinkCandidate>> lists, (LinkUse, bool) key, LinkCandidate candidate)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(candidate);
    }
}
