using Builder.Graph.Catalog;
using Builder.Graph.Documents;
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

/// <summary>An output port at which a link could start.</summary>
/// <param name="Port">The port.</param>
/// <param name="Role">The role of its block.</param>
/// <param name="IsRead">True where another link starts there.</param>
internal sealed record LinkCandidate(PortRef Port, Role Role, bool IsRead);

/// <summary>
/// The output ports of a canvas by what a link from them can be for. Which there are is found once and stays true while no block or link comes or
/// goes; types are asked for each time.
/// </summary>
internal sealed class LinkCandidates(DocumentIndex index, LinkTracer tracer)
{
    private readonly Dictionary<OpenScope, Dictionary<(LinkUse, bool OnlyUnread), List<LinkCandidate>>> _known = [];

    /// <summary>The ports of a canvas that are not muted, in the order of their blocks' ids.</summary>
    public IEnumerable<LinkCandidate> In(OpenScope scope, LinkUse use, bool onlyUnread = false)
    {
        if (!_known.TryGetValue(scope, out var lists))
        {
            _known.Add(scope, lists = Find(scope));
        }

        return lists.GetValueOrDefault((use, onlyUnread)) ?? [];
    }

    /// <summary>The type that a port gives; null where it is not known.</summary>
    public TensorType? TypeOf(OpenScope scope, LinkCandidate candidate) =>
        candidate.Role != Role.Schedule && tracer.Trace(scope, candidate.Port) is { Node: { } node, Output: var output } ? node.TypeOf(output) : null;

    private Dictionary<(LinkUse, bool), List<LinkCandidate>> Find(OpenScope scope)
    {
        var found = new Dictionary<(LinkUse, bool), List<LinkCandidate>>();
        foreach (var block in index.BlocksOf(scope.Group).Where(b => !b.Muted))
        {
            var role = BlockCatalog.Get(block.Kind).Role;
            foreach (var port in index.Ports.Outputs(block))
            {
                var place = new PortRef(block.Id, port.Name);
                var candidate = new LinkCandidate(place, role, index.IsRead(place));
                foreach (var use in UsesOf(port, role))
                {
                    Add(found, (use, false), candidate);
                    if (!candidate.IsRead)
                    {
                        Add(found, (use, true), candidate);
                    }
                }
            }
        }

        return found;
    }

    private static IEnumerable<LinkUse> UsesOf(Port port, Role role)
    {
        if (port.Content == PortContent.Schedule)
        {
            return role == Role.Schedule ? [LinkUse.Schedule] : [];
        }

        return role switch
        {
            Role.Target => [LinkUse.Target, LinkUse.Loss],
            Role.Layer or Role.Input or Role.Group => [LinkUse.Flow, LinkUse.Loss],
            _ => [LinkUse.Loss],
        };
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
