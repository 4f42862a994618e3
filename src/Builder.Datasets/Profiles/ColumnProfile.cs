using System.Collections.Immutable;

namespace Builder.Datasets.Profiles;

/// <summary>What a column holds, for people to look at.</summary>
/// <param name="Name">Name in the source.</param>
/// <param name="Count">Rows.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="Numbers">Of a column of numbers that has any; else null.</param>
/// <param name="Top">Of other columns, the most frequent values, the most frequent first, then by the order of appearance.</param>
public sealed record ColumnProfile(
    string Name,
    int Count,
    int Missing,
    int Distinct,
    NumberProfile? Numbers,
    ImmutableArray<ValueCount> Top)
{
    /// <summary>So many different values or fewer are told one by one, and have no distribution to speak of.</summary>
    public const int FewValues = 10;

    /// <summary>True where most numbers lie close together and a few far away.</summary>
    public bool IsSkewed => Distinct > FewValues && Numbers is { IsSkewed: true };

    /// <summary>True where the upper half of the numbers reaches so much further than the lower half that a logarithm would even them out.</summary>
    public bool HasLongUpperTail => Distinct > FewValues && Numbers is { HasLongUpperTail: true };
}

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Rows.</param>
public sealed record ValueCount(string Value, int Count);

/// <summary>How numbers are distributed; missing ones are left out.</summary>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">Of the population, as a standardising transform uses it.</param>
/// <param name="Quantiles">At 0.05, 0.25, 0.5, 0.75, 0.95, between neighbours in proportion (as numpy.quantile does).</param>
/// <param name="Histogram">Rows in each of equally wide bins from the smallest to the largest value; the largest is in the last bin.</param>
public sealed record NumberProfile(
    double Minimum,
    double Maximum,
    double Mean,
    double StandardDeviation,
    ImmutableArray<double> Quantiles,
    ImmutableArray<int> Histogram)
{
    /// <summary>Where <see cref="Quantiles"/> are taken.</summary>
    public static ImmutableArray<double> QuantilePlaces { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    // Of the normal distribution mean and median are the same, of the exponential one they are 0.31 deviations apart.
    private const double Apart = 0.3;

    // So many times further out than 95 of 100 values on the same side.
    private const double FarOut = 10;

    // Of the exponential distribution 95 of 100 values reach 3.6 times as far above the median as below it, of the normal one as far.
    private const double LongTail = 3;

    internal bool IsSkewed
    {
        get
        {
            var (low, middle, high) = (Quantiles[0], Quantiles[2], Quantiles[4]);
            return StandardDeviation > 0
                && (Math.Abs(Mean - middle) > Apart * StandardDeviation
                    || (high > middle && Maximum - middle > FarOut * (high - middle))
                    || (low < middle && middle - Minimum > FarOut * (middle - low)));
        }
    }

    // Where a quarter are the same number, such as zero for "none", the others may be as even as they like.
    internal bool HasLongUpperTail
    {
        get
        {
            var (low, lower, middle, high) = (Quantiles[0], Quantiles[1], Quantiles[2], Quantiles[4]);
            return low < lower && lower < middle && (high - middle > LongTail * (middle - low) || Maximum - middle > FarOut * (high - middle));
        }
    }
}
