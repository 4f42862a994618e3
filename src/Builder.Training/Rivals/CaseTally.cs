using Builder.Graph.Metrics;
using Builder.Training.Evaluation;
using Builder.Training.Heads;
using Builder.Training.Metrics;

namespace Builder.Training.Rivals;

/// <summary>
/// What each sample adds to a score, so that the score of any draw of samples is told by sums: right or not; for F1 whether a class or label is said, true, and both; for quantities the absolute
/// error.
/// </summary>
public sealed class CaseTally
{
    // Said, true, and both at once.
    private const int OfF1 = 3;

    private readonly Func<double[], double, double> _score;

    private CaseTally(double[] values, int width, Func<double[], double, double> score) => (Values, Width, _score) = (values, width, score);

    /// <summary>Shape [samples, <see cref="Width"/>].</summary>
    public double[] Values { get; }

    /// <summary>Numbers of a sample.</summary>
    public int Width { get; }

    /// <summary>How many samples.</summary>
    public int Count => Values.Length / Width;

    /// <summary>The score of all samples.</summary>
    public double Score => ScoreOf([.. Enumerable.Range(0, Width).Select(i => MultiLabelMetrics.Column(Values, i, Width).Sum())], Count);

    /// <summary>The tally of predictions.</summary>
    /// <param name="samples">The predictions, one of each sample.</param>
    /// <param name="decision">What is said by them.</param>
    /// <param name="rare">The class whose F1 is the score; null for the usual score of the task.</param>
    public static CaseTally Of(CollectedSamples samples, HeadDecision decision, int? rare)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(decision);
        return samples.Head.Task switch
        {
            TaskKind.Regression => new([.. samples.Predicted.Zip(samples.True, (said, meant) => Math.Abs(said - meant))], samples.Width, (sums, count) => sums.Average() / count),
            TaskKind.MultiLabel => OfLabels(samples, decision),
            _ => OfClasses(samples, decision, rare),
        };
    }

    /// <summary>The score of a draw.</summary>
    /// <param name="sums">Shape [<see cref="Width"/>]: the sums over its samples.</param>
    /// <param name="count">How many it has.</param>
    public double ScoreOf(double[] sums, double count) => _score(sums, count);

    /// <summary>On how many samples another model does not come to the same.</summary>
    public long DifferentFrom(CaseTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Enumerable.Range(0, Count).LongCount(row => !Values.AsSpan(row * Width, Width).SequenceEqual(other.Values.AsSpan(row * Width, Width)));
    }

    private static CaseTally OfClasses(CollectedSamples samples, HeadDecision decision, int? rare)
    {
        double[] probabilities = [.. samples.Predicted];
        var said = Enumerable.Range(0, samples.Count).Select(row => ClassDecision.Of(decision.Binary, probabilities.AsSpan(row * samples.Width, samples.Width)));
        return rare is { } one
            ? new([.. said.Zip(samples.True, (s, t) => Marks(s == one, (int)t == one)).SelectMany(marks => marks)], OfF1, (sums, _) => MeanF1(sums))
            : new([.. said.Zip(samples.True, (s, t) => s == (int)t ? 1.0 : 0)], 1, (sums, count) => sums[0] / count);
    }

    private static CaseTally OfLabels(CollectedSamples samples, HeadDecision decision) => new(
        [.. samples.Predicted.Zip(samples.True).SelectMany((pair, i) => Marks(pair.First >= decision.Labels[i % samples.Width], pair.Second > 0.5))],
        OfF1 * samples.Width, (sums, _) => MeanF1(sums));

    private static double[] Marks(bool isSaid, bool isTrue) => [isSaid ? 1 : 0, isTrue ? 1 : 0, isSaid && isTrue ? 1 : 0];

    // The mean over what occurs, truly or as a prediction, as in MultiLabelMetrics; 0 where nothing does.
    private static double MeanF1(double[] sums)
    {
        var (all, occurring) = (0.0, 0);
        for (var i = 0; i < sums.Length; i += OfF1)
        {
            if (sums[i] + sums[i + 1] > 0)
            {
                all += 2 * sums[i + 2] / (sums[i] + sums[i + 1]);
                occurring++;
            }
        }

        return occurring == 0 ? 0 : all / occurring;
    }
}
