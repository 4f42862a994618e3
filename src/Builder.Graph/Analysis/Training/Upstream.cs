using System.Collections.Immutable;

namespace Builder.Graph.Analysis;

/// <summary>Walks a graph against its links.</summary>
internal static class Upstream
{
    /// <summary>For each node: whether one of <paramref name="ends"/> needs it, or is it.</summary>
    public static bool[] Of(ImmutableArray<FlatNode> nodes, params IEnumerable<int> ends)
    {
        var needed = new bool[nodes.Length];
        foreach (var end in ends)
        {
            needed[end] = true;
        }

        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (!needed[i])
            {
                continue;
            }

            foreach (var sources in nodes[i].Inputs)
            {
                foreach (var source in sources)
                {
                    needed[source.Node] = true;
                }
            }
        }

        return needed;
    }
}
