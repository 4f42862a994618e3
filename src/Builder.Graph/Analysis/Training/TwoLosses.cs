using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Several losses on one optimizer: it can only make one number small, so they must be added up first.</summary>
internal static class TwoLosses
{
    private const string SumKind = "Add";

    private static readonly MessageTemplate SeveralLosses = new(
        "TwoLosses",
        "“{optimizer}” has {count} losses ({losses:“”}{more}), but an optimizer makes one number small. Add them up first, or give each an optimizer of its own.",
        "“{optimizer}”连接了 {count} 个损失（{losses:“”}{more}），但一个优化器只能最小化一个数值。请先把它们相加，或为每个损失各用一个优化器。");

    private static readonly MessageTemplate AddUp = new("fix-add-losses-up", "Add the losses up", "把损失相加");

    /// <summary>The problem, with a fix that adds the losses up.</summary>
    public static Problem Of(ProjectDocument document, Block optimizer, Port port)
    {
        var links = document.Links.Values.Where(l => l.To == new PortRef(optimizer.Id, port.Name)).ToList();
        var (names, more) = BlockNames.Names(links.Select(l => document.Blocks[l.From.Block]));
        return new(
            optimizer.Id,
            SeveralLosses.With(("optimizer", BlockNames.Name(optimizer)), ("count", links.Count), ("losses", names), ("more", more)),
            BlockCatalog.Find(SumKind) is { } sum ? new Fix(AddUp.With(), new Batch([.. Edits(document, optimizer, links, sum)])) : null);
    }

    private static IEnumerable<Edit> Edits(ProjectDocument document, Block optimizer, List<Link> links, BlockKind sum)
    {
        foreach (var link in links)
        {
            yield return new Disconnect(link.To, link.Slot);
        }

        var taken = new HashSet<string>(document.Blocks.Keys, StringComparer.Ordinal);
        var total = links[0].From;
        for (var i = 1; i < links.Count; i++)
        {
            var id = Ids.Fresh(SumKind, taken.Contains);
            taken.Add(id);
            var place = new Position(optimizer.Position.X - 120, optimizer.Position.Y + (60 * (i - 1)));
            yield return new AddBlock(new Block { Id = id, Kind = SumKind, Group = optimizer.Group, Position = place });
            yield return new Connect(new Link(total, new(id, sum.Inputs[0].Name)));
            yield return new Connect(new Link(links[i].From, new(id, sum.Inputs[1].Name)));
            total = new(id, sum.Outputs[0].Name);
        }

        yield return new Connect(new Link(total, links[0].To));
    }
}
