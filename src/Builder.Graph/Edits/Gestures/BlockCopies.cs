using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Copies blocks and remarks under new ids, with the links and shared weights among them.</summary>
/// <param name="from">The document that the blocks are in.</param>
/// <param name="into">The document that gets the copies.</param>
/// <param name="freed">Ids that will be free by the time the copies are made.</param>
internal sealed class BlockCopies(ProjectDocument from, ProjectDocument into, params IEnumerable<string> freed)
{
    private readonly HashSet<string> _taken = into.Blocks.Keys.Except(freed).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _takenNotes = into.Notes.Keys.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Group, string Port), string> _ports = [];

    /// <summary>Edits made so far.</summary>
    public List<Edit> Edits { get; } = [];

    /// <summary>The id itself where it is free, otherwise one like it; from now on taken.</summary>
    private string Fresh(string wish)
    {
        var id = _taken.Contains(wish) ? Ids.Fresh(wish, _taken.Contains) : wish;
        _taken.Add(id);
        return id;
    }

    /// <summary>Copies blocks of one canvas to a canvas; returns the new id of each.</summary>
    public Dictionary<string, string> Copy(IReadOnlyList<Block> blocks, string? group, double dx, double dy)
    {
        var ids = blocks.ToDictionary(b => b.Id, b => Fresh(b.Id), StringComparer.Ordinal);
        var inside = new HashSet<string>(ids.Keys, StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            Edits.Add(new AddBlock(Renamed(block) with
            {
                Id = ids[block.Id],
                Group = group,
                Position = new(block.Position.X + dx, block.Position.Y + dy),
                WeightsFrom = null,
            }));
        }

        foreach (var block in blocks.Where(b => b.WeightsFrom is not null && inside.Contains(b.WeightsFrom)))
        {
            Edits.Add(new ShareWeights(ids[block.Id], ids[block.WeightsFrom!]));
        }

        foreach (var link in from.Links.Values.Where(l => inside.Contains(l.From.Block) && inside.Contains(l.To.Block)))
        {
            Edits.Add(new Connect(new Link(End(link.From, ids), End(link.To, ids), link.Slot)));
        }

        return ids;
    }

    /// <summary>Copies remarks to a canvas.</summary>
    public void Copy(IEnumerable<Note> notes, string? group, double dx, double dy)
    {
        foreach (var note in notes)
        {
            var id = _takenNotes.Contains(note.Id) ? Ids.Fresh(note.Id, _takenNotes.Contains) : note.Id;
            _takenNotes.Add(id);
            Edits.Add(new SetNote(id, note with { Id = id, Group = group, Position = new(note.Position.X + dx, note.Position.Y + dy) }));
        }
    }

    private PortRef End(PortRef end, Dictionary<string, string> ids) => new(ids[end.Block], PortName(end));

    /// <summary>Ports of a use of a group are named by blocks; where the group was copied as well, by their copies.</summary>
    private string PortName(PortRef end) =>
        GroupPorts.GroupOf(from.Blocks[end.Block]) is { } group && _ports.TryGetValue((group, end.Port), out var copy) ? copy : end.Port;

    private Block Renamed(Block block)
    {
        if (ReferenceEquals(from, into) || GroupPorts.GroupOf(block) is not { } group || !from.Groups.ContainsKey(group))
        {
            return block;
        }

        return block with { Parameters = block.Parameters.SetItem(GroupPorts.GroupParameter, CopyGroup(group)) };
    }

    /// <summary>Brings a group's definition over, once, under an id that is free there.</summary>
    private string CopyGroup(string group)
    {
        if (_groups.TryGetValue(group, out var known))
        {
            return known;
        }

        var id = Ids.Fresh(group, g => into.Groups.ContainsKey(g) || _groups.ContainsValue(g));
        _groups.Add(group, id);
        Edits.Add(new AddGroup(from.Groups[group] with { Id = id }));
        foreach (var (old, copy) in Copy([.. from.Blocks.Values.Where(b => b.Group == group)], id, 0, 0))
        {
            _ports[(group, old)] = copy;
        }

        Copy(from.Notes.Values.Where(n => n.Group == group), id, 0, 0);

        return id;
    }
}
