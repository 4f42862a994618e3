using System.Globalization;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Presets.Drawing;

/// <summary>
/// A group while it is drawn: blocks under the ids that they would like to have, placed from left to right as the data flows. Only
/// <see cref="ToAddition"/> looks at the document that the group is meant for.
/// </summary>
/// <param name="stem">Id that the group and its use would like to have.</param>
/// <param name="title">What the group is called.</param>
/// <param name="language">Language of the names that become part of the document.</param>
internal sealed class GroupDraft(string stem, Localized title, string? language)
{
    private readonly List<Block> _blocks = [];
    private readonly List<Link> _links = [];
    private readonly Dictionary<string, (int Column, int Row)> _places = new(StringComparer.Ordinal);

    /// <summary>
    /// A place where something enters. Ports are ordered by id, and a repetition hands its outputs to the inputs of the same order: what is
    /// to be handed on must come first, and inputs behind it stay the same in every repetition.
    /// </summary>
    public PortRef Input(string id, Localized label) => Place(id, GroupPorts.InputKind, label, [], []);

    /// <summary>A place where something leaves.</summary>
    public void Output(string id, Localized label, PortRef from) => Place(id, GroupPorts.OutputKind, label, [(Port.Input.Name, from)], []);

    /// <summary>A block with one input; returns its output.</summary>
    public PortRef Add(string id, string kind, PortRef from, params (string Name, ParameterValue Value)[] parameters) =>
        Add(id, kind, [(BlockCatalog.Get(kind).Inputs[0].Name, from)], parameters);

    /// <summary>A block with links to some of its ports; returns its output.</summary>
    public PortRef Add(string id, string kind, (string Port, PortRef From)[] inputs, params (string Name, ParameterValue Value)[] parameters) =>
        Place(id, kind, null, inputs, parameters);

    /// <summary>The edit that adds the group and one use of it, with ids that the document does not have.</summary>
    public PresetAddition ToAddition(ProjectDocument document, Position at, string? canvas)
    {
        var suffix = FreeSuffix(document);
        var use = new Block
        {
            Id = stem + suffix,
            Kind = GroupPorts.UseKind,
            Group = canvas,
            Position = at,
            Parameters = Block.NoParameters.Add(GroupPorts.GroupParameter, stem + suffix),
        };
        var edit = new Batch(
        [
            new AddGroup(new Group(stem + suffix, title.In(language))),
            .. _blocks.Select(b => new AddBlock(b with { Id = b.Id + suffix, Group = stem + suffix })),
            .. _links.Select(l => new Connect(l with { From = End(l.From, suffix), To = End(l.To, suffix) })),
            new AddBlock(use),
        ]);
        return new(edit, stem + suffix, use.Id);
    }

    /// <summary>One ending for all ids, so that what belongs together can be told by its name: none where all are free, then "-2", "-3", …</summary>
    private string FreeSuffix(ProjectDocument document)
    {
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
            if (!document.Groups.ContainsKey(stem + suffix)
                && !_blocks.Select(b => b.Id).Append(stem).Any(id => document.Blocks.ContainsKey(id + suffix)))
            {
                return suffix;
            }
        }
    }

    private static PortRef End(PortRef end, string suffix) => end with { Block = end.Block + suffix };

    private PortRef Place(
        string id, string kind, Localized? label, (string Port, PortRef From)[] inputs, (string Name, ParameterValue Value)[] parameters)
    {
        _places[id] = FreePlace(inputs);
        _blocks.Add(new Block
        {
            Id = id,
            Kind = kind,
            Label = label?.In(language),
            Position = new(_places[id].Column * Spacing.Across, _places[id].Row * Spacing.Down),
            Parameters = Block.NoParameters.AddRange(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value))),
        });
        _links.AddRange(inputs.Select(input => new Link(input.From, new(id, input.Port))));
        return new(id, Port.Output.Name);
    }

    /// <summary>Right of everything that it needs, in the first free row.</summary>
    private (int Column, int Row) FreePlace((string Port, PortRef From)[] inputs)
    {
        var column = inputs.Select(i => _places[i.From.Block].Column + 1).DefaultIfEmpty(0).Max();
        var row = 0;
        while (_places.ContainsValue((column, row)))
        {
            row++;
        }

        return (column, row);
    }
}
