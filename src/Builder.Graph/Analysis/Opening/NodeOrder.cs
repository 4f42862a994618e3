using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Orders nodes so that each comes after all that it needs (Kahn 1962); among those that are ready, the one with the smallest path first.
/// Circles are found as strongly connected parts, reported, and cut.
/// </summary>
internal sealed class NodeOrder(List<OpenNode> nodes, ProblemList problems)
{
    private readonly List<int>[] _readers = [.. nodes.Select(_ => new List<int>())];

    /// <summary>Indices of the nodes in their order.</summary>
    public int[] Run()
    {
        foreach (var (index, node) in nodes.Index())
        {
            foreach (var source in node.Sources.SelectMany(s => s).Where(s => s.IsKnown))
            {
                _readers[source.Node].Add(index);
            }
        }

        var order = Sort();
        if (order.Length == nodes.Count)
        {
            return order;
        }

        CutCircles(order);
        return Sort();
    }

    private int[] Sort()
    {
        var rank = new int[nodes.Count];
        foreach (var (place, index) in Enumerable.Range(0, nodes.Count).OrderBy(i => nodes[i].Path, StringComparer.Ordinal).Index())
        {
            rank[index] = place;
        }

        var waiting = nodes.Select(n => n.Sources.Sum(s => s.Count(x => x.IsKnown))).ToArray();
        var ready = new PriorityQueue<int, int>();
        ready.EnqueueRange(Enumerable.Range(0, nodes.Count).Where(i => waiting[i] == 0).Select(i => (i, rank[i])));
        var order = new List<int>(nodes.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add(next);
            foreach (var reader in _readers[next])
            {
                if (--waiting[reader] == 0)
                {
                    ready.Enqueue(reader, rank[reader]);
                }
            }
        }

        return [.. order];
    }

    /// <summary>A depth-first walk over what is left finds the links that close circles; without them there are none.</summary>
    private void CutCircles(int[] sorted)
    {
        var done = new bool[nodes.Count];
        foreach (var index in sorted)
        {
            done[index] = true;
        }

        var left = Enumerable.Range(0, nodes.Count).Where(i => !done[i]).OrderBy(i => nodes[i].Block.Position.X).ThenBy(i => nodes[i].Path, StringComparer.Ordinal);
        var walk = new CircleWalk(nodes, _readers, done);
        foreach (var start in left.ToList())
        {
            walk.From(start);
        }

        foreach (var circle in walk.Circles)
        {
            problems.Add(Report(circle));
        }

        foreach (var (from, to) in walk.Closing)
        {
            _readers[from].RemoveAll(r => r == to);
            Block(nodes[to], from);
        }
    }

    private Problem Report(IReadOnlyList<int> circle)
    {
        var blocks = circle.Select(i => nodes[i].Block).DistinctBy(b => b.Id).ToList();
        return CycleProblem.Of(blocks, LinksBetween(circle[^1], circle[0]));
    }

    private IEnumerable<LinkKey> LinksBetween(int from, int to) =>
        nodes[to].Sources.SelectMany(s => s).Where(s => s.Node == from).Select(s => s.Link);

    private static void Block(OpenNode node, int source)
    {
        foreach (var sources in node.Sources)
        {
            for (var i = 0; i < sources.Count; i++)
            {
                sources[i] = sources[i].Node == source ? sources[i] with { Node = -1 } : sources[i];
            }
        }
    }
}
