using System.Globalization;
using System.Text;
using static Builder.Graph.Documents.CanvasGeometry;

namespace Builder.Graph.Layout;

/// <summary>A point on a canvas.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct CanvasPoint(double X, double Y);

/// <summary>
/// The way of a wire from an output to an input. One that runs forward is a curve; one that has to go back goes around corners. The browser's
/// canvas draws the same ways with React Flow's path functions; a golden file is checked from both sides.
/// </summary>
/// <param name="Points">Start, then for a curve its two control points, for corners the corners themselves, then the end.</param>
/// <param name="IsCurve">A cubic Bézier curve, or straight lines with rounded corners.</param>
/// <param name="Label">Where its label goes.</param>
public sealed record WirePath(IReadOnlyList<CanvasPoint> Points, bool IsCurve, CanvasPoint Label)
{
    /// <summary>The way between two ports.</summary>
    public static WirePath Between(CanvasPoint start, CanvasPoint end)
    {
        var middle = new CanvasPoint((start.X + end.X) / 2, (start.Y + end.Y) / 2);
        if (end.X >= start.X + LeastForward)
        {
            // Whatever the curvature, React Flow lays the control points of a forward curve half way.
            return new([start, new(middle.X, start.Y), new(middle.X, end.Y), end], IsCurve: true, middle);
        }

        CanvasPoint[] all =
        [
            start, start with { X = start.X + WireOffset }, new(start.X + WireOffset, middle.Y),
            new(end.X - WireOffset, middle.Y), end with { X = end.X - WireOffset }, end,
        ];
        var kept = new List<CanvasPoint>();
        foreach (var point in all)
        {
            if (kept.Count > 1 && IsBetween(kept[^2], kept[^1], point))
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(point);
        }

        return new(kept, IsCurve: false, middle);
    }

    /// <summary>A way around blocks; its label goes on its longest part.</summary>
    /// <param name="corners">Start, corners and end, as <see cref="WireRoute"/> finds them.</param>
    public static WirePath Around(IReadOnlyList<CanvasPoint> corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        var longest = Enumerable.Range(1, corners.Count - 1).MaxBy(i => Distance(corners[i - 1], corners[i]));
        var (from, to) = (corners[longest - 1], corners[longest]);
        return new(corners, IsCurve: false, new((from.X + to.X) / 2, (from.Y + to.Y) / 2));
    }

    /// <summary>The way as the data of an SVG path, with at most two decimals.</summary>
    public string ToSvg()
    {
        var path = new StringBuilder();
        Append(path, 'M', Points[0]);
        if (IsCurve)
        {
            Append(path, 'C', Points[1], Points[2], Points[3]);
            return path.ToString();
        }

        for (var i = 1; i < Points.Count - 1; i++)
        {
            var (start, end) = Bend(Points[i - 1], Points[i], Points[i + 1]);
            Append(path, 'L', start);
            if (start != end)
            {
                Append(path, 'Q', Points[i], end);
            }
        }

        Append(path, 'L', Points[^1]);
        return path.ToString();
    }

    /// <summary>The two ends of a rounded corner: the bend is a quadratic curve from the first to the second around the corner.</summary>
    public static (CanvasPoint Start, CanvasPoint End) Bend(CanvasPoint before, CanvasPoint corner, CanvasPoint after)
    {
        if ((before.X == corner.X && corner.X == after.X) || (before.Y == corner.Y && corner.Y == after.Y))
        {
            return (corner, corner);
        }

        var size = Math.Min(Math.Min(Distance(before, corner) / 2, Distance(corner, after) / 2), WireRadius);
        return (Towards(corner, before, size), Towards(corner, after, size));
    }

    private static void Append(StringBuilder path, char command, params ReadOnlySpan<CanvasPoint> points)
    {
        path.Append(command);
        for (var i = 0; i < points.Length; i++)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : " ")}{points[i].X:0.##} {points[i].Y:0.##}");
        }
    }

    // Lines are horizontal or vertical.
    private static CanvasPoint Towards(CanvasPoint from, CanvasPoint to, double by) =>
        new(from.X + (Math.Sign(to.X - from.X) * by), from.Y + (Math.Sign(to.Y - from.Y) * by));

    private static double Distance(CanvasPoint a, CanvasPoint b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

    private static bool IsBetween(CanvasPoint a, CanvasPoint b, CanvasPoint c) =>
        (a.X == b.X && b.X == c.X && (b.Y - a.Y) * (c.Y - b.Y) >= 0) || (a.Y == b.Y && b.Y == c.Y && (b.X - a.X) * (c.X - b.X) >= 0);
}
