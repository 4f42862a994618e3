using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Metrics;

namespace Builder.Runner.Evaluations;

/// <summary>What there is to say of a number that tells unusual samples from usual ones.</summary>
internal static class AnomalyReport
{
    /// <summary>The evaluation of an anomaly head; null where a score is no number.</summary>
    public static AnomalyEvaluation? Make(CollectedSamples samples)
    {
        double[] scores = [.. samples.Predicted];
        bool[] unusual = [.. samples.True.Select(label => label > 0.5)];
        if (!scores.All(double.IsFinite))
        {
            return null;
        }

        var (from, to) = (scores.Min(), scores.Max());
        return new AnomalyEvaluation(
            ClassReport.Curve(samples.Head.Name, scores, unusual),
            ValueReport.Spread([.. scores.Where((_, i) => !unusual[i])], from, to),
            ValueReport.Spread([.. scores.Where((_, i) => unusual[i])], from, to),
            RankingMetrics.BestF1(scores, unusual)?.Threshold);
    }
}
