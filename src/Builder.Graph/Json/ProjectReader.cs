using System.Collections.Immutable;
using System.Text.Json;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Json;

/// <summary>Turns the tree of a project file into a document.</summary>
internal sealed class ProjectReader(JsonSource source, JsonItem root)
{
    private readonly Dictionary<string, JsonItem> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<LinkKey, JsonItem> _links = [];
    private readonly Dictionary<PortRef, int> _freeSlots = [];
    private readonly Dictionary<string, JsonItem> _notes = new(StringComparer.Ordinal);

    /// <summary>Reads everything and checks it item by item.</summary>
    public ProjectDocument Read()
    {
        var top = new JsonObjectReader(source, root, ProjectFileMessages.AProject.With());
        top.Get("format");
        var document = new ProjectDocument
        {
            Name = top.Text("name", DocumentLimits.NameLength),
            Description = top.OptionalText("description", DocumentLimits.TextLength),
            Data = ReadData(top.Find("data")),
            Blocks = Collect(top.Items("blocks", DocumentLimits.Blocks), ReadBlock, b => b.Id),
            Links = ReadLinks(top.Items("links", DocumentLimits.Links)),
            Groups = Collect(top.Items("groups", DocumentLimits.Groups), ReadGroup, g => g.Id),
            Notes = Collect(top.Items("notes", DocumentLimits.Notes), ReadNote, n => n.Id),
        };
        top.Finish();
        Check(document);
        return document;
    }

    private ImmutableSortedDictionary<string, DataSet> ReadData(JsonItem? section)
    {
        if (section is null)
        {
            return ProjectDocument.Create("").Data;
        }

        if (section is not { Kind: JsonValueKind.Array, Items.Count: <= DocumentLimits.DataSets })
        {
            throw source.Fail(section, ProjectFileMessages.TooManyDataSets.With(("dataSets", DocumentLimits.DataSets)));
        }

        return Collect(section.Items, item => DataSetReader.Read(source, item), d => d.Id);
    }

    private Block ReadBlock(JsonItem node)
    {
        var reader = new JsonObjectReader(source, node, ProjectFileMessages.ABlock.With());
        var block = new Block
        {
            Id = ReadId(reader, "block"),
            Kind = reader.Text("kind", DocumentLimits.NameLength),
            Label = reader.OptionalText("label", DocumentLimits.NameLength),
            Group = reader.OptionalText("group", DocumentLimits.IdLength),
            Note = reader.OptionalText("note", DocumentLimits.TextLength),
            Muted = reader.Flag("muted"),
            WeightsFrom = reader.OptionalText("weightsFrom", DocumentLimits.IdLength),
            Position = reader.Place("position"),
            Parameters = ReadParameters(reader.Find("parameters")),
        };
        reader.Finish();
        _blocks.TryAdd(block.Id, node);
        return block;
    }

    private ImmutableSortedDictionary<string, ParameterValue> ReadParameters(JsonItem? node)
    {
        if (node is null)
        {
            return Block.NoParameters;
        }

        _ = new JsonObjectReader(source, node, ProjectFileMessages.Parameters.With());
        return Block.NoParameters.AddRange(node.Members.Select(m => KeyValuePair.Create(m.Key, ParameterReader.Read(source, m.Value))));
    }

    private Group ReadGroup(JsonItem node)
    {
        var reader = new JsonObjectReader(source, node, ProjectFileMessages.AGroup.With());
        var group = new Group(ReadId(reader, "group"), reader.Text("name", DocumentLimits.NameLength));
        reader.Finish();
        return group;
    }

    private Note ReadNote(JsonItem node)
    {
        var reader = new JsonObjectReader(source, node, ProjectFileMessages.ANote.With());
        var note = new Note(
            ReadId(reader, "note"),
            reader.Text("text", DocumentLimits.TextLength),
            reader.Place("position"),
            reader.OptionalText("group", DocumentLimits.IdLength),
            reader.OptionalText("zh", DocumentLimits.TextLength));
        reader.Finish();
        _notes.TryAdd(note.Id, node);
        return note;
    }

    private static string ReadId(JsonObjectReader reader, string of)
    {
        var id = reader.Text("id", DocumentLimits.TextLength);
        return StructureRules.OfId(id, of) is not { } problem ? id : throw reader.Fail("id", problem);
    }

    private ImmutableSortedDictionary<LinkKey, Link> ReadLinks(IReadOnlyList<JsonItem> nodes)
    {
        var links = nodes.Select(n => (Node: n, Link: ReadLink(n, out var isPlaced), IsPlaced: isPlaced)).ToList();
        foreach (var (node, link, _) in links.Where(l => l.IsPlaced))
        {
            if (!_links.TryAdd(link.Key, node))
            {
                throw source.Fail(node, ProjectFileMessages.DuplicateLink.With(("slot", link.Slot), ("to", link.To.ToString())));
            }
        }

        var placed = links.Select(l => l.IsPlaced ? l.Link : WithFreeSlot(l.Node, l.Link));
        return ImmutableSortedDictionary.CreateRange(placed.Select(l => KeyValuePair.Create(l.Key, l)));
    }

    private Link ReadLink(JsonItem node, out bool isPlaced)
    {
        var reader = new JsonObjectReader(source, node, ProjectFileMessages.ALink.With());
        var slot = reader.Whole("slot");
        var link = new Link(ReadPort(reader, "from"), ReadPort(reader, "to"), slot ?? 0);
        isPlaced = slot is not null;
        reader.Finish();
        return link;
    }

    /// <summary>Links to one port whose places are not written take the free ones in the order of the file.</summary>
    private Link WithFreeSlot(JsonItem node, Link link)
    {
        var slot = _freeSlots.GetValueOrDefault(link.To);
        while (!_links.TryAdd(new(link.To, slot), node))
        {
            slot++;
        }

        _freeSlots[link.To] = slot + 1;
        return link with { Slot = slot };
    }

    private PortRef ReadPort(JsonObjectReader reader, string name)
    {
        var text = reader.Text(name, 2 * DocumentLimits.NameLength);
        return text.Split('.') is [{ Length: > 0 } block, { Length: > 0 } port] ? new(
            block,
            port) : throw source.Fail(reader.Get(name), ProjectFileMessages.BadLink.With(("text", BlockNames.Short(text))));
    }

    private ImmutableSortedDictionary<string, T> Collect<T>(IReadOnlyList<JsonItem> nodes, Func<JsonItem, T> read, Func<T, string> id)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var item = read(node);
            if (!items.TryAdd(id(item), item))
            {
                throw source.Fail(node, ProjectFileMessages.DuplicateId.With(("item", id(item))));
            }
        }

        return items.ToImmutable();
    }

    private void Check(ProjectDocument document)
    {
        Refuse(DocumentSize.Check(document), root);
        foreach (var block in document.Blocks.Values)
        {
            Refuse(StructureRules.OfBlock(document, block), _blocks[block.Id]);
        }

        var ports = new PortLookup(document);
        foreach (var (key, link) in document.Links)
        {
            Refuse(StructureRules.OfLink(document, ports, link), _links[key]);
        }

        foreach (var note in document.Notes.Values)
        {
            Refuse(StructureRules.OfNote(document, note), _notes[note.Id]);
        }
    }

    private void Refuse(Problem? problem, JsonItem node)
    {
        if (problem is not null)
        {
            throw source.Fail(node, problem.Message, problem.Block, problem.Code);
        }
    }
}
