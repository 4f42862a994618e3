namespace Builder.Graph.Analysis;

/// <summary>A depth-first walk without recursion that collects the links which lead back to a node that is still being visited.</summary>
internal sealed class CircleWalk(List<OpenNode> nodes, bool[] done)
{
    private const int MostCircles = 20;
    private readonly bool[] _onWay = new bool[nodes.Count];

    /// <summary>For every link that closes a circle: where it starts and ends.</summary>
    public HashSet<(int From, int To)> Closing { get; } = [];

    /// <summary>For the first such links: the nodes of its circle in the direction of the links, beginning where the link ends.</summary>
    public List<IReadOnlyList<int>> Circles { get; } = [];

    /// <summary>Visits all that can be reached from a node and was not visited before.</summary>
    public void From(int start)
    {
        if (done[start])
        {
            return;
        }

        var way = new Stack<(int Node, int Next)>();
        Enter(way, start);
        while (way.TryPop(out var here))
        {
            if (here.Next == nodes[here.Node].Readers.Count)
            {
                _onWay[here.Node] = false;
                done[here.Node] = true;
                continue;
            }

            way.Push((here.Node, here.Next + 1));
            Visit(way, here.Node, nodes[here.Node].Readers[here.Next].Rank);
        }
    }

    private void Enter(Stack<(int, int)> way, int node)
    {
        _onWay[node] = true;
        way.Push((node, 0));
    }

    private void Visit(Stack<(int Node, int Next)> way, int node, int reader)
    {
        if (_onWay[reader])
        {
            if (Closing.Add((node, reader)) && Circles.Count < MostCircles)
            {
                Circles.Add([.. way.Select(w => w.Node).TakeWhile(n => n != reader).Reverse().Prepend(reader)]);
            }
        }
        else if (!done[reader])
        {
            Enter(way, reader);
        }
    }
}
