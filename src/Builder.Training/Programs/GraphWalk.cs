using Builder.Graph.Analysis;

namespace Builder.Training.Programs;

/// <summary>Which nodes of a graph depend on which.</summary>
public static class GraphWalk
{
    /// <summary>Indices of these nodes and of all that they need.</summary>
    public static HashSet<int> Upstream(FlatGraph graph, IEnumerable<int> nodes)
    {
        var found = new HashSet<int>();
        var open = new Stack<int>(nodes);
        while (open.TryPop(out var node))
        {
            if (found.Add(node))
            {
                foreach (var source in graph.Nodes[node].Inputs.SelectMany(port => port))
                {
                    open.Push(source.Node);
                }
            }
        }

        return found;
    }
}
