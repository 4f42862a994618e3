using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Differences;
using Builder.Graph.Documents;

namespace Builder.Web.Drawings.Sheets;

/// <summary>Lays out the sheets of a drawing.</summary>
/// <param name="before">The version that is compared with; null for none.</param>
/// <param name="after">The version.</param>
/// <param name="differences">What is different; null where nothing is compared.</param>
/// <param name="side">Which version is shown.</param>
internal sealed class SheetMaker(DrawnVersion? before, DrawnVersion after, DocumentDifferences? differences, DrawingSide side)
{
    /// <summary>Room around what is drawn: the wires of outer ports and the marks need some.</summary>
    private const double Margin = 40;

    private const double GapBelow = 24;
    private readonly Dictionary<DrawnVersion, PortLookup> _ports = [];

    private DrawnVersion Shown => side == DrawingSide.Before ? before! : after;

    private DrawnVersion? Ghosts => side == DrawingSide.Both ? before : null;

    /// <summary>The sheets: that of the main canvas, and of each group that has anything on its canvas.</summary>
    public ImmutableArray<Sheet> All()
    {
        var groups = after.Document.Groups.Keys.Union(before?.Document.Groups.Keys ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [Make(null, null), .. groups.Select(id => Make(id, NameOf(id))).Where(s => s.Box.Width > 0)];
    }

    private string NameOf(string group) => (Shown.Document.Groups.GetValueOrDefault(group) ?? (side == DrawingSide.Before ? after : before ?? after).Document.Groups[group]).Name;

    private Sheet Make(string? group, string? name)
    {
        var blocks = On(Shown, group).Select(b => Drawn(b, Shown)).ToList();
        var notes = Shown.Document.Notes.Values.Where(n => n.Group == group).Select(n => new SheetNote(n, MarkOf(n))).ToList();
        if (Ghosts is { } old)
        {
            var taken = blocks.Select(b => b.Box).Concat(NewWays(blocks)).ToList();
            foreach (var gone in On(old, group).Where(b => !IsOn(after, b.Id, group)))
            {
                blocks.Add(Beside(Drawn(gone, old) with { Mark = ChangeMark.Removed }, taken));
                taken.Add(blocks[^1].Box);
            }

            notes.AddRange(old.Document.Notes.Values.Where(n => n.Group == group && after.Document.Notes.GetValueOrDefault(n.Id)?.Group != group)
                .Select(n => new SheetNote(n, ChangeMark.Removed)));
        }

        var drawn = blocks.ToDictionary(b => b.Block.Id, StringComparer.Ordinal);
        var links = Links(Shown, group).Select(l => Drawn(l, Shown, MarkOf(l)))
            .Concat(Ghosts is { } was ? Links(was, group).Where(l => differences!.RemovedLinks.Contains(l)).Select(l => Drawn(l, was, ChangeMark.Removed)) : [])
            .Where(l => drawn.ContainsKey(l.Link.From.Block) && drawn.ContainsKey(l.Link.To.Block));
        var box = SheetBox.Around([.. blocks.Select(b => b.Box), .. notes.Select(n => n.Box), .. OtherSide(group)]);
        return new(
            group, name, [.. blocks.OrderBy(b => b.At.X).ThenBy(b => b.At.Y).ThenBy(b => b.Block.Id, StringComparer.Ordinal)], [.. links], [.. notes],
            box == default ? box : box.With(Margin));
    }

    /// <summary>What lies on the same canvas of the version beside this one: the sheets of both have the same extent.</summary>
    private IEnumerable<SheetBox> OtherSide(string? group)
    {
        if (side == DrawingSide.Both || before is null)
        {
            return [];
        }

        var other = side == DrawingSide.Before ? after : before;
        return On(other, group).Select(b => Drawn(b, other).Box).Concat(other.Document.Notes.Values.Where(n => n.Group == group).Select(n => new SheetNote(n, ChangeMark.Same).Box));
    }

    private static IEnumerable<Block> On(DrawnVersion version, string? group) => version.Document.Blocks.Values.Where(b => b.Group == group);

    private static IEnumerable<Link> Links(DrawnVersion version, string? group) =>
        version.Document.Links.Values.Where(l => IsOn(version, l.To.Block, group) && version.Document.Blocks.ContainsKey(l.From.Block));

    private static bool IsOn(DrawnVersion version, string id, string? group) => version.Document.Blocks.TryGetValue(id, out var block) && block.Group == group;

    private SheetBlock Drawn(Block block, DrawnVersion version) =>
        new(block, version, new(block.Position.X, block.Position.Y), MarkOf(block), PortsIn(version).Of(block));

    private SheetLink Drawn(Link link, DrawnVersion version, ChangeMark mark)
    {
        var outputs = PortsIn(version).Outputs(version.Document.Blocks[link.From.Block]);
        var content = outputs.FirstOrDefault(p => p.Name == link.From.Port)?.Content ?? PortContent.Tensor;
        var index = outputs.Where(p => p.Content == PortContent.Tensor).TakeWhile(p => p.Name != link.From.Port).Count();
        var types = version.Analysis.Blocks.GetValueOrDefault(link.From.Block)?.Outputs ?? [];
        return new(link, mark, content, content == PortContent.Tensor && index < types.Length ? types[index] : null);
    }

    /// <summary>A block that is gone stands where it was, or where that is taken, below: nothing of the comparison may be hidden.</summary>
    private static SheetBlock Beside(SheetBlock gone, List<SheetBox> taken)
    {
        while (taken.Where(t => t.Meets(gone.Box)).Select(t => (double?)(t.Y + t.Height)).FirstOrDefault() is { } bottom)
        {
            gone = gone with { At = gone.At with { Y = bottom + GapBelow } };
        }

        return gone;
    }

    /// <summary>Where new wires run straight: typically right through the place of the block that they go past now.</summary>
    private IEnumerable<SheetBox> NewWays(List<SheetBlock> blocks)
    {
        var drawn = blocks.ToDictionary(b => b.Block.Id, StringComparer.Ordinal);
        foreach (var link in differences!.AddedLinks)
        {
            if (drawn.TryGetValue(link.From.Block, out var from) && drawn.TryGetValue(link.To.Block, out var to) && Math.Abs(from.At.Y - to.At.Y) < from.Geometry.Height)
            {
                var left = from.At.X + CanvasGeometry.BlockWidth;
                yield return new(left, from.At.Y + CanvasGeometry.HeaderHeight, Math.Max(0, to.At.X - left), CanvasGeometry.PortRowHeight);
            }
        }
    }

    private ChangeMark MarkOf(Block block)
    {
        if (differences?.Blocks.GetValueOrDefault(block.Id) is not { } found)
        {
            return ChangeMark.Same;
        }

        // A block that went to another canvas is gone from this one, and new on that one.
        var isElsewhere = found is { Before: { } was, After: { } now } && was.Group != now.Group;
        return !isElsewhere ? found.Mark : side == DrawingSide.Before ? ChangeMark.Removed : ChangeMark.Added;
    }

    private ChangeMark MarkOf(Note note)
    {
        if (differences?.Notes.GetValueOrDefault(note.Id) is not { } found)
        {
            return ChangeMark.Same;
        }

        var isElsewhere = found is { Before: { } was, After: { } now } && was.Group != now.Group;
        return !isElsewhere ? found.Mark : side == DrawingSide.Before ? ChangeMark.Removed : ChangeMark.Added;
    }

    private ChangeMark MarkOf(Link link) => differences?.MarkOf(link) ?? ChangeMark.Same;

    private PortLookup PortsIn(DrawnVersion version) => _ports.TryGetValue(version, out var known) ? known : _ports[version] = new(version.Document);
}
