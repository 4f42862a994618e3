using static Builder.Graph.Documents.CanvasGeometry;

namespace Builder.Graph.Layout;

/// <summary>A part of a canvas that something covers.</summary>
/// <param name="X">Its left side.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct CanvasBox(double X, double Y, double Width, double Height);

/// <summary>
/// Leads a wire around blocks that its plain line would run behind. The browser's canvas looks for the same ways (model/route.ts); a golden file
/// is checked from both sides.
/// </summary>
public static class WireRoute
{
    /// <summary>How near a wire comes to a block that it has nothing to do with.</summary>
    private const double Clearance = 6;

    /// <summary>What a corner costs, in units of way: a few straight lines are followed more easily than many short ones.</summary>
    private const double Corner = 60;

    /// <summary>Blocks farther than this from both ends are not walked around.</summary>
    private const double Reach = 420;

    /// <summary>Blocks that a way is looked for between, at most: the search grows with their square.</summary>
    private const int MostBoxes = 40;

    private const int CurveParts = 24;

    // Distances from blocks at which wires run. Neighbouring wires take different ones, so that they are not read as one.
    private static readonly double[] s_lanes = [14, 22, 30];

    private static readonly (int Across, int Down)[] s_steps = [(1, 0), (-1, 0), (0, 1), (0, -1)];

    /// <summary>The corners of a way around all blocks from an output to an input; null where the plain line is free, or where there is no way.</summary>
    /// <param name="start">The output.</param>
    /// <param name="end">The input.</param>
    /// <param name="boxes">All blocks.</param>
    /// <param name="lane">Wires of different numbers keep different distances.</param>
    public static IReadOnlyList<CanvasPoint>? Around(CanvasPoint start, CanvasPoint end, IReadOnlyList<CanvasBox> boxes, int lane)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        var near = boxes.Where(b => IsNear(b, start, end)).ToList();
        if (!IsCrossed(PlainLine(start, end), near, 0))
        {
            return null;
        }

        var within = near.Count <= MostBoxes ? near : [.. near.OrderBy(b => Distance(b, start, end)).Take(MostBoxes)];
        return Search(start, end, within, s_lanes[lane % s_lanes.Length]);
    }

    /// <summary>Whether a line of points runs over one of these blocks, or nearer to it than <paramref name="margin"/>.</summary>
    public static bool IsCrossed(IReadOnlyList<CanvasPoint> points, IReadOnlyList<CanvasBox> boxes, double margin)
    {
        for (var i = 1; i < points.Count; i++)
        {
            foreach (var box in boxes)
            {
                if (Hits(points[i - 1], points[i], box, margin))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What is drawn where nothing is in the way, as points: a curve forward, or around corners back.</summary>
    internal static CanvasPoint[] PlainLine(CanvasPoint start, CanvasPoint end)
    {
        if (end.X < start.X + LeastForward)
        {
            var middle = (start.Y + end.Y) / 2;
            var (leaves, arrives) = (start.X + WireOffset, end.X - WireOffset);
            return [start, new(leaves, start.Y), new(leaves, middle), new(arrives, middle), new(arrives, end.Y), end];
        }

        var half = (start.X + end.X) / 2;
        var points = new CanvasPoint[CurveParts + 1];
        for (var i = 0; i <= CurveParts; i++)
        {
            var (t, u) = ((double)i / CurveParts, 1 - ((double)i / CurveParts));
            var (first, second) = ((u * u * u) + (3 * u * u * t), (3 * u * t * t) + (t * t * t));
            points[i] = new((u * u * u * start.X) + (3 * u * t * half) + (t * t * t * end.X), (first * start.Y) + (second * end.Y));
        }

        return points;
    }

    private static bool Hits(CanvasPoint a, CanvasPoint b, CanvasBox box, double margin)
    {
        var (left, right, top, bottom) = (box.X - margin, box.X + box.Width + margin, box.Y - margin, box.Y + box.Height + margin);
        if (Math.Max(a.X, b.X) <= left || Math.Min(a.X, b.X) >= right || Math.Max(a.Y, b.Y) <= top || Math.Min(a.Y, b.Y) >= bottom)
        {
            return false;
        }

        // Liang and Barsky: the part of the line that is inside of all four borders.
        var (from, to) = (0.0, 1.0);
        ReadOnlySpan<(double Step, double Room)> borders = [(a.X - b.X, a.X - left), (b.X - a.X, right - a.X), (a.Y - b.Y, a.Y - top), (b.Y - a.Y, bottom - a.Y)];
        foreach (var (step, room) in borders)
        {
            if (step == 0 && room <= 0)
            {
                return false;
            }

            (from, to) = step < 0 ? (Math.Max(from, room / step), to) : step > 0 ? (from, Math.Min(to, room / step)) : (from, to);
        }

        return from < to;
    }

    private static bool IsNear(CanvasBox b, CanvasPoint s, CanvasPoint e) =>
        b.X < Math.Max(s.X, e.X) + Reach && b.X + b.Width > Math.Min(s.X, e.X) - Reach && b.Y < Math.Max(s.Y, e.Y) + Reach && b.Y + b.Height > Math.Min(s.Y, e.Y) - Reach;

    private static double Distance(CanvasBox b, CanvasPoint s, CanvasPoint e) =>
        new[] { s, e, new((s.X + e.X) / 2, (s.Y + e.Y) / 2) }.Min(p => Math.Abs(b.X + (b.Width / 2) - p.X) + Math.Abs(b.Y + (b.Height / 2) - p.Y));

    /// <summary>The shortest way with few corners along lines that keep their distance from all blocks (Dijkstra's search).</summary>
    private static List<CanvasPoint>? Search(CanvasPoint start, CanvasPoint end, List<CanvasBox> boxes, double lane)
    {
        var (leaves, arrives) = (start with { X = start.X + lane }, end with { X = end.X - lane });
        double[] xs = [.. boxes.SelectMany(b => new[] { b.X - lane, b.X + b.Width + lane }).Concat([leaves.X, arrives.X]).Distinct().Order()];
        double[] ys = [.. boxes.SelectMany(b => new[] { b.Y - lane, b.Y + b.Height + lane }).Concat([leaves.Y, arrives.Y]).Distinct().Order()];
        var columns = xs.Length;
        CanvasPoint Spot(int at) => new(xs[at % columns], ys[at / columns]);
        int Index(CanvasPoint p) => (Array.IndexOf(ys, p.Y) * columns) + Array.IndexOf(xs, p.X);
        var goal = Index(arrives);

        // A state is a crossing of the grid and whether it was reached across (0) or down (1).
        var (cost, before, queue) = (new double[columns * ys.Length * 2], new int[columns * ys.Length * 2], new WayQueue());
        Array.Fill(cost, double.PositiveInfinity);
        Array.Fill(before, -1);
        cost[Index(leaves) * 2] = 0;
        queue.Add(Index(leaves) * 2, 0);
        while (queue.Take() is { } state)
        {
            var (at, down) = (state >> 1, state & 1);
            if (at == goal)
            {
                return Corners([start, .. Trace(before, state).Select(Spot), end]);
            }

            foreach (var (dx, dy) in s_steps)
            {
                var (c, r) = ((at % columns) + dx, (at / columns) + dy);
                if (c < 0 || r < 0 || c >= columns || r >= ys.Length)
                {
                    continue;
                }

                var (next, turned) = ((r * columns) + c, dy == 0 ? 0 : 1);
                var (a, b) = (Spot(at), Spot(next));
                var bends = (turned == down ? 0 : Corner) + (next == goal && turned == 1 ? Corner : 0);
                var total = cost[state] + Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y) + bends;
                if (total < cost[(next * 2) + turned] && !IsCrossed([a, b], boxes, Clearance))
                {
                    (cost[(next * 2) + turned], before[(next * 2) + turned]) = (total, state);
                    queue.Add((next * 2) + turned, total);
                }
            }
        }

        return null;
    }

    private static List<int> Trace(int[] before, int last)
    {
        var way = new List<int>();
        for (var state = last; state >= 0; state = before[state])
        {
            way.Add(state >> 1);
        }

        way.Reverse();
        return way;
    }

    /// <summary>Only the points at which a way turns.</summary>
    private static List<CanvasPoint> Corners(List<CanvasPoint> way) =>
    [
        .. way.Where((p, i) => i == 0 || i == way.Count - 1
            || !((way[i - 1].X == p.X && p.X == way[i + 1].X) || (way[i - 1].Y == p.Y && p.Y == way[i + 1].Y))),
    ];

    /// <summary>What is cheapest comes out first; of what costs the same, the browser's queue lets the same come first.</summary>
    private sealed class WayQueue
    {
        private readonly List<(int State, double Cost)> _heap = [];

        public void Add(int state, double cost)
        {
            _heap.Add((state, cost));
            for (var at = _heap.Count - 1; at > 0 && _heap[(at - 1) >> 1].Cost > _heap[at].Cost; at = (at - 1) >> 1)
            {
                (_heap[(at - 1) >> 1], _heap[at]) = (_heap[at], _heap[(at - 1) >> 1]);
            }
        }

        public int? Take()
        {
            if (_heap.Count == 0)
            {
                return null;
            }

            var (first, last) = (_heap[0].State, _heap[^1]);
            _heap.RemoveAt(_heap.Count - 1);
            if (_heap.Count > 0)
            {
                _heap[0] = last;
                Sink();
            }

            return first;
        }

        private void Sink()
        {
            for (int at = 0, least = 0; ; at = least)
            {
                foreach (var below in (ReadOnlySpan<int>)[(2 * at) + 1, (2 * at) + 2])
                {
                    least = below < _heap.Count && _heap[below].Cost < _heap[least].Cost ? below : least;
                }

                if (least == at)
                {
                    return;
                }

                (_heap[at], _heap[least]) = (_heap[least], _heap[at]);
            }
        }
    }
}
