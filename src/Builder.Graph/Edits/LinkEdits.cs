using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>Edits of links.</summary>
internal static class LinkEdits
{
    private static readonly MessageTemplate Links = new("problem-links", "links", "条连线");

    private static readonly MessageTemplate PlaceTakenWords = new(
        "PlaceTaken",
        "Something is already linked to this input of “{block}”.",
        "“{block}”的这个输入已有连线。");

    private static readonly MessageTemplate ReplaceLink = new("fix-replace-link", "Replace the link", "替换原有连线");

    /// <summary>Adds a link.</summary>
    public static EditResult Connect(ProjectDocument document, Connect edit)
    {
        if (document.Links.Count >= DocumentLimits.Links)
        {
            return EditProblems.TooMany(DocumentLimits.Links, Links.With());
        }

        if (StructureRules.OfLink(document, new PortLookup(document), edit.Link) is { } broken)
        {
            return broken with { Fix = null };
        }

        return document.Links.ContainsKey(edit.Link.Key)
            ? PlaceTaken(document, edit)
            : EditResult.Changed(document with { Links = document.Links.Add(edit.Link.Key, edit.Link) }, new Disconnect(edit.Link.To, edit.Link.Slot));
    }

    /// <summary>Removes a link.</summary>
    public static EditResult Disconnect(ProjectDocument document, Disconnect edit) =>
        document.Links.TryGetValue(new(edit.To, edit.Slot), out var link)
            ? EditResult.Changed(document with { Links = document.Links.Remove(link.Key) }, new Connect(link))
            : EditProblems.NoLink(edit.To);

    /// <summary>Puts a new block onto a link: the one at the named place, or where that is free the first link that ends at the port.</summary>
    public static EditResult Insert(ProjectDocument document, InsertBefore edit)
    {
        var link = document.Links.GetValueOrDefault(new(edit.To, edit.Slot)) ?? document.Links.Values.FirstOrDefault(l => l.To == edit.To);
        if (link is null
            || !document.Blocks.TryGetValue(link.From.Block, out var from)
            || !document.Blocks.TryGetValue(link.To.Block, out var to))
        {
            return EditProblems.NoLink(edit.To);
        }

        var block = new Block
        {
            Id = Ids.Fresh(edit.Kind, document.Blocks.ContainsKey),
            Kind = edit.Kind,
            Group = to.Group,
            Position = Middle(from.Position, to.Position),
            Parameters = edit.Parameters,
        };
        var added = BlockEdits.Add(document, new AddBlock(block));
        if (!added.Succeeded)
        {
            return added;
        }

        Edit[] room = WireRoom.Make(added.Document, block, from, to) is { } moves ? [moves] : [];
        return BatchEdit.Apply(document, new Batch([new AddBlock(block), .. OnLink(added.Document, block, link), .. room]));
    }

    /// <summary>Edits that lead a link through a block that has a tensor input and output; otherwise edits that will be refused.</summary>
    internal static IEnumerable<Edit> OnLink(ProjectDocument document, Block block, Link link)
    {
        var ports = new PortLookup(document).Of(block);
        yield return new Disconnect(link.To, link.Slot);
        yield return new Connect(new(link.From, new(block.Id, FirstTensor(ports.Inputs))));
        yield return new Connect(link with { From = new(block.Id, FirstTensor(ports.Outputs)) });
    }

    private static string FirstTensor(IEnumerable<Port> ports) => ports.FirstOrDefault(p => p.Content == PortContent.Tensor)?.Name ?? "";

    private static Position Middle(Position a, Position b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static Problem PlaceTaken(ProjectDocument document, Connect edit)
    {
        var block = document.Blocks[edit.Link.To.Block];
        var replace = new Batch([new Disconnect(edit.Link.To, edit.Link.Slot), edit]);
        return new(block.Id, PlaceTakenWords.With(("block", BlockNames.Name(block))),
            new Fix(ReplaceLink.With(), replace));
    }
}

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
