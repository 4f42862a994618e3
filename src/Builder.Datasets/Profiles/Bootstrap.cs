using System.Runtime.InteropServices;
using Builder.Datasets.Randomness;

namespace Builder.Datasets.Profiles;

/// <summary>
/// Draws as many samples as there are again and again, with repetition, and tells where what is computed of each draw most likely lies (Efron and Tibshirani 1993, percentile interval; as
/// scipy.stats.bootstrap with method="percentile").
/// </summary>
public static class Bootstrap
{
    private const int MostDraws = 2_000;
    private const int FewestDraws = 500;
    private const double MostSteps = 4e8;
    private const long Seed = 1;
    private const double Tail = 0.025;

    /// <summary>The usual number of draws, fewer where each of them takes very many steps.</summary>
    /// <param name="steps">Numbers that are looked at in a draw.</param>
    public static int Count(double steps) => (int)Math.Clamp(MostSteps / Math.Max(1, steps), FewestDraws, MostDraws);

    /// <summary>The usual draws for some samples: how often each of them is drawn.</summary>
    /// <param name="count">How many samples.</param>
    /// <param name="draws">How many draws.</param>
    public static IEnumerable<int[]> Draws(int count, int draws)
    {
        var random = new Xoshiro256(Seed);
        for (var draw = 0; draw < draws; draw++)
        {
            var times = new int[count];
            for (var i = 0; i < count; i++)
            {
                times[random.NextBelow(count)]++;
            }

            yield return times;
        }
    }

    /// <summary>The 2.5th and 97.5th percentile of what came of the draws; they are sorted in place.</summary>
    /// <param name="values">A number of each draw, at least one.</param>
    public static (double Low, double High) Interval(List<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        values.Sort();
        var sorted = CollectionsMarshal.AsSpan(values);
        return (Profiler.Quantile(sorted, Tail), Profiler.Quantile(sorted, 1 - Tail));
    }
}
