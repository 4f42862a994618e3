using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>
/// Turns what a person does on the canvas into one edit. Pure: looks at the document, changes nothing. A gesture that makes no sense gives an
/// edit that <see cref="DocumentEditor.Apply"/> refuses with the reason.
/// </summary>
public static class CanvasGestures
{
    /// <summary>Links two ports; a link that is there already gives way, and a port that takes several gets one more.</summary>
    public static Edit Connect(ProjectDocument document, PortRef from, PortRef to)
    {
        var isVariadic = new PortLookup(document).Input(to) is { Variadic: true };
        var slots = document.Links.Keys.Where(k => k.To == to).Select(k => k.Slot).ToList();
        var slot = isVariadic && slots.Count > 0 ? slots.Max() + 1 : 0;
        var connect = new Connect(new Link(from, to, slot));
        return document.Links.ContainsKey(new(to, slot)) ? new Batch([new Disconnect(to, slot), connect]) : connect;
    }

    /// <summary>Leads a link from or to another port; a link that is there already gives way.</summary>
    public static Edit Reconnect(ProjectDocument document, LinkKey wire, PortRef from, PortRef to)
    {
        if (!document.Links.ContainsKey(wire))
        {
            return new Disconnect(wire.To, wire.Slot);
        }

        // At the same port the link keeps its place among the others.
        var steps = new EditSteps(document).Add(new Disconnect(wire.To, wire.Slot));
        return steps.Add(wire.To == to ? new Connect(new Link(from, to, wire.Slot)) : Connect(steps.Document, from, to)).ToEdit();
    }

    /// <summary>Adds a block and leads an existing link through it.</summary>
    public static Edit InsertOnWire(ProjectDocument document, LinkKey wire, Block block)
    {
        if (!document.Links.TryGetValue(wire, out var link))
        {
            return new Disconnect(wire.To, wire.Slot);
        }

        var placed = document.Blocks.TryGetValue(wire.To.Block, out var to) ? block with { Group = to.Group } : block;
        return new Batch([new AddBlock(placed), .. LinkEdits.OnLink(BlockEdits.With(document, placed), placed, link)]);
    }

    /// <summary>Leads an existing link through a block that is on the canvas already and not linked.</summary>
    /// <param name="document">The document.</param>
    /// <param name="wire">The link.</param>
    /// <param name="block">The block.</param>
    /// <param name="at">Where it was dropped; what it would cover moves aside. Null leaves everything in its place.</param>
    public static Edit MoveOntoWire(ProjectDocument document, LinkKey wire, string block, Position? at = null)
    {
        if (!document.Blocks.TryGetValue(block, out var moved))
        {
            return new RemoveBlock(block);
        }

        if (!document.Links.TryGetValue(wire, out var link))
        {
            return new Disconnect(wire.To, wire.Slot);
        }

        var room = at is { } place && document.Blocks.TryGetValue(link.From.Block, out var writer) && document.Blocks.TryGetValue(link.To.Block, out var reader)
            ? WireRoom.Make(document, moved with { Position = place }, writer, reader)
            : null;
        return new Batch([.. LinkEdits.OnLink(document, moved, link), .. room is null ? Array.Empty<Edit>() : [room]]);
    }

    /// <summary>
    /// Removes blocks and joins their neighbours again: what read a removed layer's first output then reads what the layer's first input read.
    /// </summary>
    public static Edit DeleteAndJoin(ProjectDocument document, IReadOnlyCollection<string> ids)
    {
        var removed = ids.ToHashSet(StringComparer.Ordinal);
        var ports = new PortLookup(document);
        var joins = document.Links.Values
            .Where(l => removed.Contains(l.From.Block) && !removed.Contains(l.To.Block))
            .Select(l => Before(document, ports, removed, l.From) is { } source ? l with { From = source } : null)
            .OfType<Link>();
        return new Batch([.. removed.Order(StringComparer.Ordinal).Select(id => new RemoveBlock(id)), .. joins.Select(l => new Connect(l))]);
    }

    /// <summary>Follows first inputs upstream until a block that stays.</summary>
    private static PortRef? Before(ProjectDocument document, PortLookup ports, HashSet<string> removed, PortRef from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (removed.Contains(from.Block))
        {
            if (!seen.Add(from.Block) || !document.Blocks.TryGetValue(from.Block, out var block) || !LetsThrough(block, ports, from.Port))
            {
                return null;
            }

            var input = ports.Inputs(block)[0].Name;
            if (document.Links.Values.FirstOrDefault(l => l.To == new PortRef(block.Id, input)) is not { } link)
            {
                return null;
            }

            from = link.From;
        }

        return from;
    }

    private static bool LetsThrough(Block block, PortLookup ports, string output) =>
        BlockCatalog.Find(block.Kind)?.Role is Role.Layer or Role.Group
        && ports.Inputs(block) is [{ Content: PortContent.Tensor }, ..]
        && ports.Outputs(block) is [var first, ..] && first.Name == output;
}
