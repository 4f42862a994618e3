using System.Globalization;
using Builder.Protocol;

namespace Builder.Web.Use.Answers;

/// <summary>How answers follow a column of numbers, as paths of a drawing of <see cref="Width"/> by <see cref="Height"/>.</summary>
/// <param name="Own">The answers for the row.</param>
/// <param name="Mean">The means over other rows.</param>
/// <param name="Band">Where most of those rows lie.</param>
/// <param name="Now">A line where the row is; null where its value lies outside, or is none.</param>
/// <param name="Top">The answer at the upper edge.</param>
/// <param name="Bottom">The answer at the lower edge.</param>
internal sealed record DependenceCurve(string Own, string Mean, string Band, string? Now, double Top, double Bottom)
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 320;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 120;

    // Lines at an edge are still seen.
    private const double Margin = 3;

    /// <summary>The curve; null for a column of categories.</summary>
    /// <param name="told">How answers follow the column.</param>
    /// <param name="now">What the row holds in it; null where that is no number.</param>
    public static DependenceCurve? Of(ColumnDependence told, double? now)
    {
        if (told.Points.Count < 2 || told.Points.Any(p => p.Number is null))
        {
            return null;
        }

        var (first, last) = (told.Points[0].Number!.Value, told.Points[^1].Number!.Value);
        double[] all = [.. told.Points.SelectMany(p => new[] { p.Prediction, p.Mean, p.Low, p.High })];
        var (bottom, top) = (all.Min(), all.Max());

        // What hardly moves is a level line, and not a mountain range of rounding errors.
        var room = told.Class is not null ? 0.02 : Math.Max(Math.Abs(top), Math.Abs(bottom)) * 0.01;
        if (top - bottom < room || room == 0)
        {
            var middle = (top + bottom) / 2;
            room = room == 0 ? 1 : room;
            (bottom, top) = (middle - room, middle + room);
        }

        string X(double number) => Text((number - first) / (last - first) * Width);
        string Y(double answer) => Text(Margin + ((top - answer) / (top - bottom) * (Height - (2 * Margin))));
        string Line(IEnumerable<DependencePoint> points, Func<DependencePoint, double> answer) =>
            string.Join('L', points.Select(p => $"{X(p.Number!.Value)} {Y(answer(p))}"));
        return new(
            "M" + Line(told.Points, p => p.Prediction), "M" + Line(told.Points, p => p.Mean),
            $"M{Line(told.Points, p => p.High)}L{Line(told.Points.Reverse(), p => p.Low)}Z",
            now is { } at && at >= first && at <= last ? $"M{X(at)} 0V{Height}" : null, top, bottom);
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
