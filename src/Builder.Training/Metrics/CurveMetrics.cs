namespace Builder.Training.Metrics;

/// <summary>A point of a curve over all thresholds.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Threshold">Cases with at least this score are called positive; infinite where none are.</param>
public readonly record struct ThresholdPoint(double X, double Y, double Threshold);

/// <summary>Curves over all thresholds of a score, thinned so that they can be drawn.</summary>
public static class CurveMetrics
{
    /// <summary>
    /// The ROC curve, from (0, 0) to (1, 1): X is the share of negative cases called positive, Y that of positive ones. Empty where all cases
    /// are positive or none is. Source: https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_curve.html.
    /// </summary>
    /// <param name="scores">Shape [n].</param>
    /// <param name="positive">Shape [n]: whether the case is positive.</param>
    /// <param name="most">How many points there may be, at least 2.</param>
    public static IReadOnlyList<ThresholdPoint> Roc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive, int most = 200)
    {
        double all = positive.Count(true);
        double others = positive.Length - all;
        var points = new List<ThresholdPoint> { new(0, 0, double.PositiveInfinity) };
        long right = 0;
        long wrong = 0;
        foreach (TiedGroup group in TiedGroup.Falling(scores, positive))
        {
            right += group.Positives;
            wrong += group.Negatives;
            points.Add(new(wrong / others, right / all, group.Score));
        }

        return all == 0 || others == 0 ? [] : Thin(WithoutMiddles(points), most);
    }

    /// <summary>
    /// The precision-recall curve: X is recall, Y precision, from the highest threshold to the lowest. Empty where all cases are positive or
    /// none is. Source: https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_curve.html.
    /// </summary>
    /// <param name="scores">Shape [n].</param>
    /// <param name="positive">Shape [n]: whether the case is positive.</param>
    /// <param name="most">How many points there may be, at least 2.</param>
    public static IReadOnlyList<ThresholdPoint> PrecisionRecall(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive, int most = 200)
    {
        double all = positive.Count(true);
        var points = new List<ThresholdPoint> { new(0, 1, double.PositiveInfinity) };
        long right = 0;
        long called = 0;
        foreach (TiedGroup group in TiedGroup.Falling(scores, positive))
        {
            right += group.Positives;
            called += group.Positives + group.Negatives;
            points.Add(new(right / all, (double)right / called, group.Score));
            if (right == all)
            {
                break;
            }
        }

        return all == 0 || all == positive.Length ? [] : Thin(points, most);
    }

    /// <summary>
    /// How often something was so where it was found so likely: the cases in bins of equal width from 0 to 1, with the mean probability and
    /// the share of cases that were so. Empty bins are left out.
    /// </summary>
    /// <param name="probabilities">Shape [n], from 0 to 1.</param>
    /// <param name="happened">Shape [n]: whether it was so.</param>
    /// <param name="bins">How many bins.</param>
    public static IReadOnlyList<(double Probability, double Share, long Cases)> Calibration(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened, int bins = 10)
    {
        var sums = new double[bins];
        var right = new long[bins];
        var cases = new long[bins];
        for (int i = 0; i < probabilities.Length; i++)
        {
            int bin = Math.Clamp((int)(probabilities[i] * bins), 0, bins - 1);
            sums[bin] += probabilities[i];
            right[bin] += happened[i] ? 1 : 0;
            cases[bin]++;
        }

        return [.. Enumerable.Range(0, bins).Where(b => cases[b] > 0).Select(b => (sums[b] / cases[b], (double)right[b] / cases[b], cases[b]))];
    }

    /// <summary>How many values lie in each of some bins of equal width; the last bin includes its end.</summary>
    public static long[] Histogram(IEnumerable<double> values, double from, double to, int bins)
    {
        var counts = new long[bins];
        foreach (double value in values)
        {
            counts[Math.Clamp((int)((value - from) / (to - from) * bins), 0, bins - 1)]++;
        }

        return counts;
    }

    // A point on the straight line between its neighbours changes nothing: on a level or a steep stretch of a ROC curve that is most of them.
    private static List<ThresholdPoint> WithoutMiddles(List<ThresholdPoint> points)
    {
        var kept = new List<ThresholdPoint>();
        foreach (ThresholdPoint point in points)
        {
            while (kept.Count >= 2 && IsBetween(kept[^2], kept[^1], point))
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(point);
        }

        return kept;
    }

    private static bool IsBetween(ThresholdPoint a, ThresholdPoint b, ThresholdPoint c) =>
        (a.X == b.X && b.X == c.X) || (a.Y == b.Y && b.Y == c.Y);

    // First and last stay, and between them a point wherever the curve has gone far enough.
    private static List<ThresholdPoint> Thin(List<ThresholdPoint> points, int most)
    {
        if (points.Count <= most)
        {
            return points;
        }

        double length = points.Zip(points.Skip(1), Distance).Sum();
        var kept = new List<ThresholdPoint> { points[0] };
        double gone = 0;
        for (int i = 1; i < points.Count - 1; i++)
        {
            gone += Distance(points[i - 1], points[i]);
            if (gone >= kept.Count * length / (most - 1))
            {
                kept.Add(points[i]);
            }
        }

        kept.Add(points[^1]);
        return kept;
    }

    private static double Distance(ThresholdPoint a, ThresholdPoint b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);
}
