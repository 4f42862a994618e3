using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits;

/// <summary>Links that lose an end when a block is removed or changes its ports.</summary>
internal static class LinkChanges
{
    /// <summary>Links that start or end at a block, or at a port that the block gives to the uses of its group.</summary>
    public static IEnumerable<Link> Touching(ProjectDocument document, Block block)
    {
        var uses = block is { Group: not null, Kind: GroupPorts.InputKind or GroupPorts.OutputKind }
            ? document.Blocks.Values.Where(b => GroupPorts.GroupOf(b) == block.Group).Select(b => b.Id).ToHashSet(StringComparer.Ordinal)
            : [];
        return document.Links.Values.Where(l => Touches(l.From) || Touches(l.To));

        bool Touches(PortRef end) => end.Block == block.Id || (end.Port == block.Id && uses.Contains(end.Block));
    }

    /// <summary>Takes those of <paramref name="links"/> away whose ends are gone from <paramref name="document"/>, and says which.</summary>
    public static (ProjectDocument Document, List<Link> Dropped) DropBroken(ProjectDocument document, IEnumerable<Link> links)
    {
        var ports = new PortLookup(document);
        var dropped = links.Where(l => StructureRules.OfLink(document, ports, l) is not null).ToList();
        return (dropped.Count == 0 ? document : document with { Links = document.Links.RemoveRange(dropped.Select(l => l.Key)) }, dropped);
    }
}
