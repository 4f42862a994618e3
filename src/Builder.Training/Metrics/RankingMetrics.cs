namespace Builder.Training.Metrics;

/// <summary>
/// Scores of an ordering: how well a number tells positive cases from negative ones. Equal numbers are treated as one threshold, so
/// that their order does not matter. Each takes n log n steps.
/// </summary>
public static class RankingMetrics
{
    /// <summary>
    /// Area under the ROC curve: the chance that a positive case has a higher number than a negative one, ties counting half.
    /// Source: https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_auc_score.html.
    /// </summary>
    /// <param name="scores">Shape [n].</param>
    /// <param name="positive">Shape [n]: whether the case is positive.</param>
    /// <returns>From 0 to 1; null where all cases are positive or none is.</returns>
    public static double? RocAuc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        double area = 0;
        long right = 0;
        long wrong = 0;
        foreach (TiedGroup group in TiedGroup.Falling(scores, positive))
        {
            area += group.Negatives * (right + (group.Positives / 2.0));
            right += group.Positives;
            wrong += group.Negatives;
        }

        return right > 0 && wrong > 0 ? area / right / wrong : null;
    }

    /// <summary>
    /// Average precision: the mean of precision over all steps of recall, without interpolation.
    /// Source: https://scikit-learn.org/stable/modules/generated/sklearn.metrics.average_precision_score.html.
    /// </summary>
    /// <param name="scores">Shape [n].</param>
    /// <param name="positive">Shape [n]: whether the case is positive.</param>
    /// <returns>From 0 to 1; null where all cases are positive or none is.</returns>
    public static double? PrAuc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        double sum = 0;
        long right = 0;
        long wrong = 0;
        foreach (TiedGroup group in TiedGroup.Falling(scores, positive))
        {
            right += group.Positives;
            wrong += group.Negatives;
            sum += group.Positives * ((double)right / (right + wrong));
        }

        return right > 0 && wrong > 0 ? sum / right : null;
    }

    /// <summary>The threshold with the best F1 when cases of at least that number are called positive; the highest of equally good ones.</summary>
    /// <param name="scores">Shape [n].</param>
    /// <param name="positive">Shape [n]: whether the case is positive.</param>
    /// <returns>Null where all cases are positive or none is.</returns>
    public static (double Threshold, double F1)? BestF1(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        long all = positive.Count(true);
        if (all == 0 || all == positive.Length)
        {
            return null;
        }

        (double Threshold, double F1) best = (double.NaN, -1);
        long right = 0;
        long called = 0;
        foreach (TiedGroup group in TiedGroup.Falling(scores, positive))
        {
            right += group.Positives;
            called += group.Positives + group.Negatives;
            double f1 = 2.0 * right / (called + all);
            if (f1 > best.F1)
            {
                best = (group.Score, f1);
            }
        }

        return best;
    }
}
