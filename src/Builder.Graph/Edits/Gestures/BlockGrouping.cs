using System.Globalization;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Builds the edit that puts blocks into a new group.</summary>
internal sealed class BlockGrouping
{
    private readonly ProjectDocument _document;
    private readonly HashSet<string> _inside;
    private readonly List<Block> _blocks;
    private readonly List<Link> _links;
    private readonly Group _group;
    private readonly Block _use;
    private readonly HashSet<string> _taken;
    private readonly List<Edit> _edits = [];

    public BlockGrouping(ProjectDocument document, HashSet<string> ids, string name)
    {
        (_document, _inside) = (document, ids);
        _blocks = [.. ids.Order(StringComparer.Ordinal).Select(document.Blocks.GetValueOrDefault).OfType<Block>()];
        _links = [.. document.Links.Values.Where(l => ids.Contains(l.From.Block) || ids.Contains(l.To.Block))];
        _taken = new(document.Blocks.Keys, StringComparer.Ordinal);
        _group = new(Ids.Fresh(name.Any(char.IsAsciiLetter) ? name : "group", document.Groups.ContainsKey), name);
        _use = new Block
        {
            Id = Fresh(_group.Id),
            Kind = GroupPorts.UseKind,
            Group = _blocks.Count > 0 ? _blocks[0].Group : null,
            Position = _blocks.Count > 0 ? new(_blocks.Average(b => b.Position.X), _blocks.Average(b => b.Position.Y)) : default,
            Parameters = Block.NoParameters.Add(GroupPorts.GroupParameter, _group.Id),
        };
    }

    /// <summary>The edit: cut all wires, move, add ports, wire up again.</summary>
    public Edit ToEdit()
    {
        foreach (var missing in _inside.Where(id => !_document.Blocks.ContainsKey(id)))
        {
            _edits.Add(new RemoveBlock(missing));
        }

        _edits.AddRange(_links.Select(l => new Disconnect(l.To, l.Slot)));
        var sharing = _document.Blocks.Values.Where(b => b.WeightsFrom is { } owner && (_inside.Contains(b.Id) || _inside.Contains(owner))).ToList();
        _edits.AddRange(sharing.Select(b => new ShareWeights(b.Id, null)));
        _edits.Add(new AddGroup(_group));
        _edits.AddRange(_blocks.Select(b => new SetBlockGroup(b.Id, _group.Id)));
        _edits.AddRange(sharing.Select(b => new ShareWeights(b.Id, b.WeightsFrom)));
        var rewire = Rewire();
        _edits.Add(new AddBlock(_use));
        _edits.AddRange(rewire);
        return new Batch([.. _edits]);
    }

    private List<Edit> Rewire()
    {
        var wires = new List<Edit>();
        wires.AddRange(_links.Where(l => IsInside(l.From) && IsInside(l.To)).Select(l => new Connect(l)));
        var (entering, leaving) = (_links.Where(l => !IsInside(l.From)).ToLookup(l => l.From), _links.Where(l => !IsInside(l.To)).ToLookup(l => l.From));
        foreach (var (number, source) in entering.Index())
        {
            var port = AddPort(GroupPorts.InputKind, "input", number, entering.Count);
            wires.Add(new Connect(new Link(source.Key, new(_use.Id, port))));
            wires.AddRange(source.Select(l => new Connect(l with { From = new(port, Port.Output.Name) })));
        }

        foreach (var (number, source) in leaving.Index())
        {
            var port = AddPort(GroupPorts.OutputKind, "output", number, leaving.Count);
            wires.Add(new Connect(new Link(source.Key, new(port, Port.Input.Name))));
            wires.AddRange(source.Select(l => new Connect(l with { From = new(_use.Id, port) })));
        }

        return wires;
    }

    /// <summary>Adds a port block; numbers are padded so that ports keep their order, which is that of their ids.</summary>
    private string AddPort(string kind, string name, int number, int count)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture).Length;
        var wish = count == 1 ? name : name + (number + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        var id = Fresh($"{_group.Id}_{wish}");
        var x = kind == GroupPorts.InputKind ? _blocks.Min(b => b.Position.X) - Spacing.Across : _blocks.Max(b => b.Position.X) + Spacing.Across;
        _edits.Add(new AddBlock(new Block { Id = id, Kind = kind, Group = _group.Id, Position = new(x, _use.Position.Y + (number * Spacing.Across / 2)) }));
        return id;
    }

    private string Fresh(string wish)
    {
        var id = Ids.Fresh(wish, _taken.Contains);
        _taken.Add(id);
        return id;
    }

    private bool IsInside(PortRef end) => _inside.Contains(end.Block);
}
