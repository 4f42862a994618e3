using Builder.Graph.Metrics;

namespace Builder.Training.Metrics;

/// <summary>
/// Scores of class predictions, as scikit-learn defines them. With two classes, class 1 is the positive one that precision, recall,
/// F1, ROC AUC and PR AUC speak of; with more, these are plain means over the classes, each against all others.
/// Source: https://scikit-learn.org/stable/modules/model_evaluation.html.
/// </summary>
public static class ClassificationMetrics
{
    /// <summary>The scores by name; see <see cref="Report"/>.</summary>
    /// <inheritdoc cref="Report"/>
    public static IReadOnlyDictionary<string, double> Score(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels, ClassDecision? decision = null) =>
        Report(probabilities, classes, labels, decision)?.Scores ?? new Dictionary<string, double>();

    /// <summary>All scores.</summary>
    /// <param name="probabilities">Shape [n, classes], row-major; a row adds up to 1. The highest of a row is the prediction, the first of equals, unless a decision says otherwise.</param>
    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <param name="labels">Shape [n]: the true classes, from 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="decision">From when on one of two classes is the prediction; null for the likeliest.</param>
    /// <returns>Null where there is no case, or a probability is no finite number.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is outside its range.</exception>
    public static ClassificationReport? Report(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels, ClassDecision? decision = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        if (probabilities.Length != (long)classes * labels.Length)
        {
            throw new ArgumentException($"There are {probabilities.Length} probabilities for {labels.Length} labels and {classes} classes.", nameof(labels));
        }

        if (labels.IsEmpty || !ScoreTable.AreFinite(probabilities))
        {
            return null;
        }

        var matrix = new ConfusionMatrix(Predictions(probabilities, classes, decision), labels, classes);
        ClassScore[] perClass = [.. Enumerable.Range(0, classes).Select(label => ClassScore.Of(matrix, label))];
        (double? roc, double? pr) = Ranking(probabilities, classes, labels);
        return new ClassificationReport(matrix, perClass, DecidedScores.Macro(matrix), ClassScore.Mean(perClass, score => score.Cases), ScoreTable.Of(
        [
            .. DecidedScores.Of(matrix).Select(score => (score.Name, (double?)score.Value)),
            (MetricCatalog.LogLoss.Id, LogLoss(probabilities, classes, labels)),
            (MetricCatalog.RocAuc.Id, roc),
            (MetricCatalog.PrAuc.Id, pr),
        ]));
    }

    private static int[] Predictions(ReadOnlySpan<double> probabilities, int classes, ClassDecision? decision)
    {
        var predictions = new int[probabilities.Length / classes];
        for (int i = 0; i < predictions.Length; i++)
        {
            predictions[i] = ClassDecision.Of(decision, probabilities.Slice(i * classes, classes));
        }

        return predictions;
    }

    // Rows are made to add up to 1, and kept off 0, where the logarithm has no end.
    private static double LogLoss(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels)
    {
        double epsilon = Math.BitIncrement(1.0) - 1;
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double total = 0;
            foreach (double probability in probabilities.Slice(i * classes, classes))
            {
                total += Math.Clamp(probability, epsilon, 1 - epsilon);
            }

            sum -= Math.Log(Math.Clamp(probabilities[(i * classes) + labels[i]], epsilon, 1 - epsilon) / total);
        }

        return sum / labels.Length;
    }

    private static (double? Roc, double? Pr) Ranking(ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<int> labels)
    {
        var scores = new double[labels.Length];
        var positive = new bool[labels.Length];
        double roc = 0;
        double pr = 0;
        int counted = 0;
        for (int c = classes == 2 ? 1 : 0; c < classes; c++)
        {
            for (int i = 0; i < labels.Length; i++)
            {
                scores[i] = probabilities[(i * classes) + c];
                positive[i] = labels[i] == c;
            }

            // A class that does not occur has no curve; the mean is over those that do.
            if (RankingMetrics.RocAuc(scores, positive) is { } area && RankingMetrics.PrAuc(scores, positive) is { } average)
            {
                roc += area;
                pr += average;
                counted++;
            }
        }

        return counted > 0 ? (roc / counted, pr / counted) : (null, null);
    }
}
