using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>An output port of a node of a <see cref="FlatGraph"/>.</summary>
/// <param name="Node">Index into <see cref="FlatGraph.Nodes"/>.</param>
/// <param name="Output">Index of the output port.</param>
public readonly record struct FlatSource(int Node, int Output);

/// <summary>One block as it takes part in the computation: every use and repetition of a group has nodes of its own.</summary>
public sealed record FlatNode
{
    /// <summary>Position in <see cref="FlatGraph.Nodes"/>: every input comes from a smaller one.</summary>
    public required int Index { get; init; }

    /// <summary>
    /// Unique and stable: the block's id, inside groups preceded by the uses it stands in ("encoder.2/attention": third repetition).
    /// Weights are stored under it.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Path of the node whose weights this node uses; its own path unless weights are shared.</summary>
    public required string WeightsPath { get; init; }

    /// <summary>The block with its parameters, kind and what arrives; null where its inputs have no types because of a problem upstream.</summary>
    public BlockInstance? Instance { get; init; }

    /// <summary>The block of the document.</summary>
    public required Block Block { get; init; }

    /// <summary>Its kind.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>For each input port of the kind: where its links come from, by slot. Empty for an open port.</summary>
    public required ImmutableArray<ImmutableArray<FlatSource>> Inputs { get; init; }

    /// <summary>A type for each output port; empty where a problem leaves none.</summary>
    public ImmutableArray<TensorType> Outputs { get; init; } = [];

    /// <summary>Weights and buffers of the layer.</summary>
    public ImmutableArray<WeightSpec> Weights { get; init; } = [];
}

/// <summary>
/// A document with its groups opened out: nodes in an order in which each comes after all that it needs. Muted blocks and group
/// borders have vanished. This is what shapes are inferred on and what programs are compiled from.
/// </summary>
/// <param name="Nodes">All nodes in topological order; ties in the order of their paths, so that the order is always the same.</param>
public sealed record FlatGraph(ImmutableArray<FlatNode> Nodes)
{
    private readonly GraphStructure? _structure;

    /// <summary>A graph of which it is known how its nodes hang together.</summary>
    internal FlatGraph(ImmutableArray<FlatNode> nodes, GraphStructure structure)
        : this(nodes) => _structure = structure;

    /// <summary>How the nodes hang together.</summary>
    internal GraphStructure Structure => _structure ?? new(Nodes);
}
