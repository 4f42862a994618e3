using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Orders nodes so that each comes after all that it needs (Kahn 1962); among those that are ready, the one with the smallest path first.
/// Circles are found as strongly connected parts, reported, and cut.
/// </summary>
/// <param name="nodes">The nodes in the order of their paths.</param>
/// <param name="problems">Where circles are reported.</param>
internal sealed class NodeOrder(List<OpenNode> nodes, ProblemList problems)
{
    /// <summary>The nodes in their order, each of which is told its place.</summary>
    /// <param name="isWhole">False where circles had to be cut.</param>
    public OpenNode[] Run(out bool isWhole)
    {
        var order = Sort();
        isWhole = order.Length == nodes.Count;
        if (!isWhole)
        {
            CutCircles(order);
            order = Sort();
        }

        foreach (var (place, node) in order.Index())
        {
            node.Place = place;
        }

        return order;
    }

    private OpenNode[] Sort()
    {
        var waiting = new int[nodes.Count];
        var ready = new PriorityQueue<int, int>();
        for (var rank = 0; rank < nodes.Count; rank++)
        {
            var node = nodes[rank];
            node.Rank = rank;
            foreach (var sources in node.Sources)
            {
                foreach (var source in sources)
                {
                    waiting[rank] += source.IsKnown ? 1 : 0;
                }
            }

            if (waiting[rank] == 0)
            {
                ready.Enqueue(rank, rank);
            }
        }

        var order = new List<OpenNode>(nodes.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add(nodes[next]);
            foreach (var reader in nodes[next].Readers)
            {
                if (--waiting[reader.Rank] == 0)
                {
                    ready.Enqueue(reader.Rank, reader.Rank);
                }
            }
        }

        return [.. order];
    }

    /// <summary>A depth-first walk over what is left finds the links that close circles; without them there are none.</summary>
    private void CutCircles(OpenNode[] sorted)
    {
        var done = new bool[nodes.Count];
        foreach (var node in sorted)
        {
            done[node.Rank] = true;
        }

        var left = nodes.Where(n => !done[n.Rank]).OrderBy(n => n.Block.Position.X).ThenBy(n => n.Path, StringComparer.Ordinal);
        var walk = new CircleWalk(nodes, done);
        foreach (var start in left.ToList())
        {
            walk.From(start.Rank);
        }

        foreach (var circle in walk.Circles)
        {
            problems.Add(Report(circle));
        }

        foreach (var (from, to) in walk.Closing)
        {
            nodes[from].Readers.RemoveAll(r => r.Rank == to);
            Block(nodes[to], nodes[from]);
        }
    }

    private Problem Report(IReadOnlyList<int> circle)
    {
        var blocks = circle.Select(i => nodes[i].Block).DistinctBy(b => b.Id).ToList();
        return CycleProblem.Of(blocks, LinksBetween(nodes[circle[^1]], nodes[circle[0]]));
    }

    private static IEnumerable<LinkKey> LinksBetween(OpenNode from, OpenNode to) =>
        to.Sources.SelectMany(s => s).Where(s => s.Node == from).Select(s => s.Link);

    private static void Block(OpenNode node, OpenNode source)
    {
        foreach (var sources in node.Sources)
        {
            for (var i = 0; i < sources.Count; i++)
            {
                sources[i] = sources[i].Node == source ? sources[i] with { Node = null } : sources[i];
            }
        }
    }
}
