using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Builder.Graph.Analysis;

/// <summary>Makes flat graphs of nodes whose places and types are known. A node that is the same as in the graph before is the same object.</summary>
internal static class FlatGraphs
{
    /// <summary>The graph of all nodes.</summary>
    /// <param name="nodes">The nodes, in any order.</param>
    public static FlatGraph Of(IReadOnlyList<OpenNode> nodes)
    {
        var flat = new FlatNode[nodes.Count];
        foreach (var node in nodes)
        {
            flat[node.Place] = node.Flat is { } known && IsStill(known, node) ? known : Of(node, InputsOf(node));
        }

        var made = ImmutableCollectionsMarshal.AsImmutableArray(flat);
        return new(made, new GraphStructure(made));
    }

    /// <summary>The same graph with some nodes replaced; no node or link has come or gone.</summary>
    public static FlatGraph With(FlatGraph graph, IEnumerable<OpenNode> changed)
    {
        var flat = graph.Nodes.ToArray();
        foreach (var node in changed)
        {
            var (before, after) = (flat[node.Place], Of(node, flat[node.Place].Inputs));
            flat[node.Place] = after;
            if (LossInfluence.Learns(before) != LossInfluence.Learns(after) || LossInfluence.IsKnown(before) != LossInfluence.IsKnown(after))
            {
                graph.Structure.ForgetInfluences();
            }
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(flat), graph.Structure);
    }

    private static bool IsStill(FlatNode flat, OpenNode node)
    {
        if (flat.Index != node.Place || !ReferenceEquals(flat.Block, node.Block) || flat.Instance != node.Instance || flat.Outputs != node.Outputs || flat.Weights != node.Weights)
        {
            return false;
        }

        for (var port = 0; port < node.Sources.Length; port++)
        {
            var (known, sources) = (flat.Inputs[port], node.Sources[port]);
            if (known.Length != sources.Count)
            {
                return false;
            }

            for (var i = 0; i < sources.Count; i++)
            {
                if (known[i].Node != sources[i].Node?.Place || known[i].Output != sources[i].Output)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static ImmutableArray<ImmutableArray<FlatSource>> InputsOf(OpenNode node) =>
        [.. node.Sources.Select(s => s.Where(x => x.IsKnown).Select(x => new FlatSource(x.Node!.Place, x.Output)).ToImmutableArray())];

    private static FlatNode Of(OpenNode node, ImmutableArray<ImmutableArray<FlatSource>> inputs) => node.Flat = new()
    {
        Index = node.Place,
        Path = node.Path,
        WeightsPath = node.WeightsPath,
        Block = node.Block,
        Kind = node.Kind,
        Inputs = inputs,
        Instance = node.Instance,
        Outputs = node.Outputs,
        Weights = node.Weights,
    };
}
