using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>Where an input comes from once groups are opened out.</summary>
/// <param name="Node">The node; null where a problem upstream leaves nothing to read.</param>
/// <param name="Output">Index of its output.</param>
/// <param name="Link">The link that ends at the reading port, in the document.</param>
internal readonly record struct OpenSource(OpenNode? Node, int Output, LinkKey Link)
{
    /// <summary>True where something comes.</summary>
    public bool IsKnown => Node is not null;
}

/// <summary>A node with what is known of it: first where it stands, then its place in the order, then its types.</summary>
internal sealed class OpenNode(Block block, BlockKind kind, OpenScope scope, string path)
{
    /// <summary>The block as it is in the newest document.</summary>
    public Block Block { get; set; } = block;

    public BlockKind Kind => kind;

    public OpenScope Scope => scope;

    public string Path { get; } = path;

    /// <summary>Path of the node whose weights this one uses.</summary>
    public string WeightsPath { get; set; } = path;

    public ImmutableArray<Port> InputPorts { get; init; } = [];

    public ImmutableArray<Port> OutputPorts { get; init; } = [];

    /// <summary>Sources of each input port by slot; ports to which no link leads have none.</summary>
    public List<OpenSource>[] Sources { get; init; } = [];

    /// <summary>Nodes that read this one, as often as they do.</summary>
    public List<OpenNode> Readers { get; } = [];

    /// <summary>Position among all nodes by their paths.</summary>
    public int Rank { get; set; }

    /// <summary>Position in the order in which each comes after all that it needs.</summary>
    public int Place { get; set; }

    /// <summary>The block with what arrives; null where that is not known.</summary>
    public BlockInstance? Instance { get; set; }

    /// <summary>A type for each output port; empty where a problem leaves none.</summary>
    public ImmutableArray<TensorType> Outputs { get; set; } = [];

    /// <summary>Weights and buffers of the layer.</summary>
    public ImmutableArray<WeightSpec> Weights { get; set; } = [];

    /// <summary>The node as it stood in the last graph; null before the first.</summary>
    public FlatNode? Flat { get; set; }

    /// <summary>What is wrong with its ports and shapes; null where nothing is.</summary>
    public ProblemList? Problems { get; set; }

    /// <summary>Trainable values of the weights that it owns.</summary>
    public long Parameters => WeightsPath != Path || Weights.IsEmpty
        ? 0 : Weights.Where(w => w.Trainable).Aggregate(0L, (sum, w) => (long)Int128.Min(long.MaxValue, (Int128)sum + w.Count));

    /// <summary>The type of one output; null where it is not known.</summary>
    public TensorType? TypeOf(int output) => output >= 0 && output < Outputs.Length ? Outputs[output] : null;
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
    public Dictionary<string, OpenNode> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Repetitions of the groups used in this scope, by the id of the use.</summary>
    public Dictionary<string, OpenScope[]> Uses { get; } = new(StringComparer.Ordinal);
}
