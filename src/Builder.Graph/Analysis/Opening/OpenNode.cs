using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>Where an input comes from while groups are being opened out.</summary>
/// <param name="Node">Index of the node; -1 where a problem upstream leaves nothing to read.</param>
/// <param name="Output">Index of its output.</param>
/// <param name="Link">The link that ends at the reading port, in the document.</param>
internal readonly record struct OpenSource(int Node, int Output, LinkKey Link)
{
    /// <summary>True where something comes.</summary>
    public bool IsKnown => Node >= 0;
}

/// <summary>A node before its place in the order is known.</summary>
internal sealed class OpenNode(Block block, BlockKind kind, OpenScope scope, string path)
{
    public Block Block => block;

    public BlockKind Kind => kind;

    public OpenScope Scope => scope;

    public string Path { get; } = path;

    /// <summary>Path of the node whose weights this one uses.</summary>
    public string WeightsPath { get; set; } = path;

    public ImmutableArray<Port> InputPorts { get; init; } = [];

    public ImmutableArray<Port> OutputPorts { get; init; } = [];

    /// <summary>Sources of each input port by slot; ports to which no link leads have none.</summary>
    public List<OpenSource>[] Sources { get; init; } = [];
}

/// <summary>One run of a group, or the main canvas: the place in which blocks become nodes.</summary>
/// <param name="group">The group; null for the main canvas.</param>
/// <param name="parent">The scope in which the group is used; null for the main canvas.</param>
/// <param name="use">The block that uses it.</param>
/// <param name="repetition">Which repetition it is, from 0.</param>
/// <param name="path">What stands before the ids of its nodes: empty or ending in '/'.</param>
/// <param name="weightsPath">The same for the weights.</param>
internal sealed class OpenScope(string? group, OpenScope? parent, Block? use, int repetition, string path, string weightsPath)
{
    public string? Group => group;

    public OpenScope? Parent => parent;

    public Block? Use => use;

    public int Repetition => repetition;

    public string Path => path;

    public string WeightsPath => weightsPath;

    /// <summary>Nodes by the id of their block.</summary>
    public Dictionary<string, int> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Repetitions of the groups used in this scope, by the id of the use.</summary>
    public Dictionary<string, OpenScope[]> Uses { get; } = new(StringComparer.Ordinal);
}
