using Builder.Graph.Metrics;

namespace Builder.Training.Metrics;

/// <summary>Scores of how well a number tells unusual cases from usual ones. The labels serve scoring only.</summary>
public static class AnomalyMetrics
{
    /// <summary>The scores by name: ROC AUC, PR AUC, and the best F1 with its threshold.</summary>
    /// <param name="scores">Shape [n]: the higher, the more unusual.</param>
    /// <param name="labels">Shape [n]: 1 for unusual, 0 for usual.</param>
    /// <returns>The scores; none where all cases have one label, or a score is no finite number.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyDictionary<string, double> Score(ReadOnlySpan<double> scores, ReadOnlySpan<int> labels)
    {
        if (!ScoreTable.AreFinite(scores))
        {
            return new Dictionary<string, double>();
        }

        var unusual = new bool[labels.Length];
        for (int i = 0; i < unusual.Length; i++)
        {
            unusual[i] = labels[i] != 0;
        }

        (double Threshold, double F1)? best = RankingMetrics.BestF1(scores, unusual);
        return ScoreTable.Of(
            (MetricCatalog.RocAuc.Id, RankingMetrics.RocAuc(scores, unusual)),
            (MetricCatalog.PrAuc.Id, RankingMetrics.PrAuc(scores, unusual)),
            (MetricCatalog.BestF1.Id, best?.F1),
            (MetricCatalog.BestF1Threshold.Id, best?.Threshold));
    }
}
