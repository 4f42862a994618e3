using System.Collections.Immutable;

namespace Builder.Graph.Analysis;

/// <summary>Which nodes have weights that change a loss.</summary>
/// <param name="Nodes">Indices of the nodes with weights to train, in order.</param>
/// <param name="Weights">Paths of those weights, each once.</param>
/// <param name="IsComplete">True where the types of all that leads to the loss are known, so that no weights can be missing.</param>
internal sealed record LossInfluence(ImmutableArray<int> Nodes, ImmutableArray<string> Weights, bool IsComplete)
{
    /// <summary>The influence of what a loss needs.</summary>
    public static LossInfluence Of(FlatGraph graph, bool[] needed)
    {
        ImmutableArray<int> nodes = [.. graph.Nodes.Where(n => needed[n.Index] && Learns(n)).Select(n => n.Index)];
        return new(
            nodes,
            [.. nodes.Select(i => graph.Nodes[i].WeightsPath).Distinct(StringComparer.Ordinal)],
            graph.Nodes.All(n => !needed[n.Index] || IsKnown(n)));
    }

    /// <summary>True where a node has weights to train.</summary>
    public static bool Learns(FlatNode node) => node.Weights.Any(w => w.Trainable);

    /// <summary>True where the types of a node are known.</summary>
    public static bool IsKnown(FlatNode node) => node.Outputs.Length == node.Kind.Outputs.Length;
}
