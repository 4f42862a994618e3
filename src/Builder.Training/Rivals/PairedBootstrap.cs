using Builder.Datasets.Profiles;
using Builder.Protocol.Evaluations;

namespace Builder.Training.Rivals;

/// <summary>
/// Where the difference of two scores most likely lies, by drawing as many samples again and again, with repetition, and scoring both models on the same draw (Efron and Tibshirani 1993, percentile
/// interval; as scipy.stats.bootstrap with paired=True and method="percentile").
/// </summary>
public static class PairedBootstrap
{
    /// <summary>The score of a model minus that of each other one, as an interval that holds 95 of 100 draws.</summary>
    /// <param name="model">The model.</param>
    /// <param name="others">The other ones, on the same samples.</param>
    /// <param name="draws">How often each sample is drawn, draw by draw; null for the usual draws, fewer of them where there are very many numbers.</param>
    /// <param name="leave">Ends the work between two draws.</param>
    public static ScoreRange[] Differences(CaseTally model, IReadOnlyList<CaseTally> others, IEnumerable<int[]>? draws = null, CancellationToken leave = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(others);
        draws ??= Bootstrap.Draws(model.Count, Bootstrap.Count(model.Values.Length * (1.0 + others.Count)));
        List<double>[] differences = [.. others.Select(_ => new List<double>())];
        foreach (var times in draws)
        {
            leave.ThrowIfCancellationRequested();
            var own = Score(model, times);
            for (var i = 0; i < differences.Length; i++)
            {
                differences[i].Add(own - Score(others[i], times));
            }
        }

        return [.. differences.Select(RangeOf)];
    }

    private static double Score(CaseTally tally, int[] times)
    {
        var sums = new double[tally.Width];
        for (var row = 0; row < times.Length; row++)
        {
            for (var i = 0; i < sums.Length && times[row] > 0; i++)
            {
                sums[i] += times[row] * tally.Values[(row * sums.Length) + i];
            }
        }

        return tally.ScoreOf(sums, tally.Count);
    }

    private static ScoreRange RangeOf(List<double> differences)
    {
        var (low, high) = Bootstrap.Interval(differences);
        return new(low, high);
    }
}
