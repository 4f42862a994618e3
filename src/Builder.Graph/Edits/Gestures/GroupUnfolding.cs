using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Builds the edit that replaces a use of a group by what is in it: one copy for each repetition, wired one after the other.</summary>
internal sealed class GroupUnfolding
{
    private readonly ProjectDocument _document;
    private readonly Block _use;
    private readonly string? _group;
    private readonly GroupPorts _ports;
    private readonly List<Block> _content;
    private readonly List<Block> _all;
    private readonly List<Dictionary<string, string>> _copies = [];

    public GroupUnfolding(ProjectDocument document, Block use)
    {
        (_document, _use, _group) = (document, use, GroupPorts.GroupOf(use));
        _ports = GroupPorts.Of(document, _group);
        _all = [.. document.Blocks.Values.Where(b => _group is not null && b.Group == _group)];
        _content = [.. _all.Where(b => b.Kind is not (GroupPorts.InputKind or GroupPorts.OutputKind))];
    }

    /// <summary>The edit.</summary>
    public Edit ToEdit()
    {
        var copies = new BlockCopies(_document, _document, IsOnlyUse ? [_use.Id, .. _all.Select(b => b.Id)] : [_use.Id]);
        // One more than a document can hold: it is refused for its size, whatever was asked for.
        var repetitions = (int)Math.Min(GroupPorts.RepeatOf(_use), (DocumentLimits.Blocks / Math.Max(1, _content.Count)) + 1);
        var place = new UnfoldedPlace(_document, _use, _content, repetitions);
        for (var i = 0; i < repetitions; i++)
        {
            _copies.Add(copies.Copy(_content, _use.Group, place.Offset.X + (i * place.Step), place.Offset.Y));
            ShareWithFirst(copies.Edits, i);
        }

        return new Batch([new RemoveBlock(_use.Id), .. place.Room, .. IsOnlyUse ? RemoveDefinition() : [], .. copies.Edits, .. Wires(), .. Outside()]);
    }

    private bool IsOnlyUse => _group is not null && _document.Groups.ContainsKey(_group) && !_document.Blocks.Values.Any(b => b.Id != _use.Id && GroupPorts.GroupOf(b) == _group);

    private void ShareWithFirst(List<Edit> edits, int repetition)
    {
        if (repetition > 0 && GroupPorts.SharesOf(_use))
        {
            edits.AddRange(_content.Where(b => b.WeightsFrom is null).Select(b => new ShareWeights(_copies[repetition][b.Id], _copies[0][b.Id])));
        }
    }

    /// <summary>Links from group inputs into the copies.</summary>
    private IEnumerable<Edit> Wires() =>
        from repetition in Enumerable.Range(0, _copies.Count)
        from block in _content
        from link in _document.Links.Values
        where link.To.Block == block.Id && _document.Blocks[link.From.Block].Kind == GroupPorts.InputKind
        let source = Entering(repetition, link.From.Block)
        where source is not null
        select new Connect(new Link(source.Value, new(_copies[repetition][block.Id], link.To.Port), link.Slot));

    /// <summary>Links from the copies to what read the use.</summary>
    private IEnumerable<Edit> Outside() =>
        from link in _document.Links.Values
        where link.From.Block == _use.Id && link.To.Block != _use.Id
        let source = Leaving(_copies.Count - 1, link.From.Port)
        where source is not null
        select new Connect(link with { From = source.Value });

    /// <summary>What arrives at a group input: from outside, or in later repetitions from the matching output of the one before.</summary>
    private PortRef? Entering(int repetition, string input)
    {
        var place = PortLookup.IndexOf(_ports.Inputs, input);
        return repetition > 0 && place < _ports.Outputs.Length
            ? Leaving(repetition - 1, _ports.Outputs[place].Name)
            : _document.Links.GetValueOrDefault(new(new(_use.Id, input), 0))?.From;
    }

    /// <summary>What arrives at a group output in a repetition; follows outputs that are wired straight to an input.</summary>
    private PortRef? Leaving(int repetition, string output)
    {
        while (_document.Links.GetValueOrDefault(new(new(output, Port.Input.Name), 0))?.From is { } from)
        {
            if (_copies[repetition].TryGetValue(from.Block, out var copy))
            {
                return new(copy, from.Port);
            }

            var place = PortLookup.IndexOf(_ports.Inputs, from.Block);
            if (repetition == 0 || place >= _ports.Outputs.Length)
            {
                return _document.Links.GetValueOrDefault(new(new(_use.Id, from.Block), 0))?.From;
            }

            (repetition, output) = (repetition - 1, _ports.Outputs[place].Name);
        }

        return null;
    }

    /// <summary>The group's blocks go before their copies come, so that the first copy keeps their ids.</summary>
    private IEnumerable<Edit> RemoveDefinition() =>
    [
        .. _all.Select(b => new RemoveBlock(b.Id)),
        .. _document.Notes.Values.Where(n => n.Group == _group).Select(n => new SetNote(n.Id, n with { Group = _use.Group })),
        new RemoveGroup(_group!),
    ];
}
