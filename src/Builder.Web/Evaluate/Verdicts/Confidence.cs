using Builder.Protocol;

namespace Builder.Web.Evaluate.Verdicts;

/// <summary>A range in which a value most likely lies: in 95 of 100 such cases.</summary>
/// <param name="Low">Lowest.</param>
/// <param name="High">Highest.</param>
public readonly record struct Range95(double Low, double High);

/// <summary>How sure one can be of a score, for the number of cases that it was measured on.</summary>
public static class Confidence
{
    private const double Z = 1.959963984540054;

    /// <summary>The range of a share: Wilson's interval, which also holds for few cases and shares near 0 and 1.</summary>
    public static Range95 OfShare(double share, long cases)
    {
        if (cases <= 0)
        {
            return new(0, 1);
        }

        var n = (double)cases;
        var centre = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>The range of an area under the ROC curve, after Hanley and McNeil (1982).</summary>
    public static Range95 OfRocAuc(double area, long positive, long negative)
    {
        if (positive <= 0 || negative <= 0)
        {
            return new(0, 1);
        }

        var q1 = area / (2 - area);
        var q2 = 2 * area * area / (1 + area);
        var variance = ((area * (1 - area)) + ((positive - 1) * (q1 - (area * area))) + ((negative - 1) * (q2 - (area * area)))) / ((double)positive * negative);
        var half = Z * Math.Sqrt(Math.Max(0, variance));
        return new(Math.Max(0, area - half), Math.Min(1, area + half));
    }

    /// <summary>The range of a mean, as the normal distribution has it; null with fewer than two cases.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="deviation">Standard deviation of what it is taken of.</param>
    /// <param name="cases">Of how many.</param>
    public static Range95? OfMean(double mean, double deviation, long cases) =>
        cases < 2 ? null : new(mean - (Z * deviation / Math.Sqrt(cases)), mean + (Z * deviation / Math.Sqrt(cases)));

    /// <summary>The range of a mean absolute error, from the spread of the errors in a sample of points. Null with fewer than two points.</summary>
    public static Range95? OfMeanError(double meanError, IReadOnlyList<ValuePoint> points, long cases)
    {
        if (points.Count < 2 || cases < 2)
        {
            return null;
        }

        var errors = points.Select(p => Math.Abs(p.Predicted - p.True)).ToList();
        var mean = errors.Average();
        var deviation = Math.Sqrt(errors.Sum(e => (e - mean) * (e - mean)) / (errors.Count - 1));
        var half = Z * deviation / Math.Sqrt(cases);
        return new(Math.Max(0, meanError - half), meanError + half);
    }
}
