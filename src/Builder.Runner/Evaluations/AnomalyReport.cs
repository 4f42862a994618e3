using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Metrics;

namespace Builder.Runner.Evaluations;

/// <summary>What there is to say of a number that tells unusual samples from usual ones.</summary>
internal static class AnomalyReport
{
    private const double MostUsual = 0.99;
    private const double BeyondThreshold = 3;

    /// <summary>The evaluation of an anomaly head; null where a score is no number.</summary>
    public static AnomalyEvaluation? Make(CollectedSamples samples)
    {
        double[] scores = [.. samples.Predicted];
        bool[] unusual = [.. samples.True.Select(label => label > 0.5)];
        if (!scores.All(double.IsFinite))
        {
            return null;
        }

        var threshold = RankingMetrics.BestF1(scores, unusual)?.Threshold;
        var (from, to) = (scores.Min(), Edge(scores, unusual, threshold));
        return new AnomalyEvaluation(
            ClassReport.Curve(samples.Head.Name, scores, unusual),
            ValueReport.Spread([.. scores.Where((_, i) => !unusual[i]).Select(s => Math.Min(s, to))], from, to),
            ValueReport.Spread([.. scores.Where((_, i) => unusual[i]).Select(s => Math.Min(s, to))], from, to),
            threshold);
    }

    // A few scores far out would press all others into one bar: beyond this they count in the last one.
    private static double Edge(double[] scores, bool[] unusual, double? threshold)
    {
        double[] usual = [.. scores.Where((_, i) => !unusual[i]).Order()];
        var common = usual.Length > 0 ? usual[(int)(MostUsual * (usual.Length - 1))] : scores.Max();
        return Math.Min(scores.Max(), Math.Max(common, (threshold ?? common) * BeyondThreshold));
    }
}
