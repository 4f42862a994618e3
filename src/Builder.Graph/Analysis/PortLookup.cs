using System.Collections.Concurrent;
using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>The ports of the blocks of a document: those of their kind, and for uses of groups those that the group defines.</summary>
/// <param name="document">The document; ports of a group are looked up once.</param>
public sealed class PortLookup(ProjectDocument document)
{
    private static readonly ConcurrentDictionary<BlockKind, GroupPorts> OfKinds = new();
    private readonly Dictionary<string, GroupPorts> _ofGroups = new(StringComparer.Ordinal);

    private PortLookup(ProjectDocument document, Dictionary<string, GroupPorts> ofGroups)
        : this(document) => _ofGroups = ofGroups;

    /// <summary>Input ports of a block; none where its kind is not known.</summary>
    public ImmutableArray<Port> Inputs(Block block) => Of(block).Inputs;

    /// <summary>Output ports of a block; none where its kind is not known.</summary>
    public ImmutableArray<Port> Outputs(Block block) => Of(block).Outputs;

    /// <summary>The input port at which a link ends, or null.</summary>
    public Port? Input(PortRef to) => document.Blocks.TryGetValue(to.Block, out var block) ? Find(Inputs(block), to.Port) : null;

    /// <summary>The output port at which a link starts, or null.</summary>
    public Port? Output(PortRef from) => document.Blocks.TryGetValue(from.Block, out var block) ? Find(Outputs(block), from.Port) : null;

    /// <summary>The ports of a block.</summary>
    public GroupPorts Of(Block block)
    {
        if (block.Kind == GroupPorts.UseKind)
        {
            return GroupPorts.GroupOf(block) is { } group ? OfGroup(group) : GroupPorts.None;
        }

        return BlockCatalog.Find(block.Kind) is { } kind ? OfKinds.GetOrAdd(kind, k => new(k.Inputs, k.Outputs)) : GroupPorts.None;
    }

    /// <summary>The same for another document whose groups have the same ports.</summary>
    internal PortLookup For(ProjectDocument other) => new(other, _ofGroups);

    /// <summary>Position of the port of this name, or -1.</summary>
    internal static int IndexOf(ImmutableArray<Port> ports, string name)
    {
        for (var i = 0; i < ports.Length; i++)
        {
            if (ports[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static Port? Find(ImmutableArray<Port> ports, string name) => IndexOf(ports, name) is >= 0 and var index ? ports[index] : null;

    private GroupPorts OfGroup(string group)
    {
        if (!_ofGroups.TryGetValue(group, out var ports))
        {
            ports = GroupPorts.Of(document, group);
            _ofGroups.Add(group, ports);
        }

        return ports;
    }
}
