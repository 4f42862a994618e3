using Builder.Graph.Metrics;

namespace Builder.Training.Metrics;

/// <summary>The scores of one label.</summary>
/// <param name="Precision">Share of the cases given the label that have it; 0 where none is given it.</param>
/// <param name="Recall">Share of the cases with the label that are given it; 0 where none has it.</param>
/// <param name="F1">Harmonic mean of both; 0 where both are 0.</param>
/// <param name="Cases">How many cases truly have it.</param>
/// <param name="Given">How many cases are given it.</param>
/// <param name="Right">How many have it and are given it.</param>
/// <param name="AveragePrecision">Precision over all thresholds; null where all cases have the label or none has.</param>
public sealed record LabelScore(double Precision, double Recall, double F1, long Cases, long Given, long Right, double? AveragePrecision);

/// <summary>All scores of predictions of labels.</summary>
/// <param name="PerLabel">The scores of each label, at its place.</param>
/// <param name="Scores">The scores by name (<see cref="MetricCatalog"/>); one that cannot be told is left out.</param>
public sealed record MultiLabelReport(IReadOnlyList<LabelScore> PerLabel, IReadOnlyDictionary<string, double> Scores);

/// <summary>
/// Scores of predictions of any number of labels, as scikit-learn defines them for multilabel targets. Means are plain ones over the labels that occur, truly or
/// as a prediction. Source: https://scikit-learn.org/stable/modules/model_evaluation.html.
/// </summary>
public static class MultiLabelMetrics
{
    /// <summary>The probability from which on a label counts as given unless a better one was chosen for it.</summary>
    public const double UsualThreshold = 0.5;

    /// <summary>All scores.</summary>
    /// <param name="probabilities">Shape [n, labels], row-major; each from 0 to 1.</param>
    /// <param name="truth">Shape [n, labels]: whether the case has the label.</param>
    /// <param name="thresholds">Shape [labels]: a label is given from this probability on.</param>
    /// <returns>Null where there is no case, or a probability is no finite number.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static MultiLabelReport? Report(double[] probabilities, bool[] truth, double[] thresholds)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(thresholds);
        int labels = thresholds.Length;
        if (labels == 0 || probabilities.Length != truth.Length || probabilities.Length % labels != 0)
        {
            throw new ArgumentException($"There are {probabilities.Length} probabilities and {truth.Length} true values for {labels} labels.", nameof(truth));
        }

        if (probabilities.Length == 0 || !ScoreTable.AreFinite(probabilities))
        {
            return null;
        }

        LabelScore[] perLabel = [.. thresholds.Select((threshold, label) => Score(Column(probabilities, label, labels), Column(truth, label, labels), threshold))];
        LabelScore[] occurring = [.. perLabel.Where(score => score.Cases + score.Given > 0)];
        double[] areas = [.. Enumerable.Range(0, labels).Select(l => RankingMetrics.RocAuc(Column(probabilities, l, labels), Column(truth, l, labels))).OfType<double>()];
        double[] precisions = [.. perLabel.Select(score => score.AveragePrecision).OfType<double>()];
        return new MultiLabelReport(perLabel, ScoreTable.Of(
            (MetricCatalog.MacroF1.Id, Mean([.. occurring.Select(score => score.F1)])),
            (MetricCatalog.Precision.Id, Mean([.. occurring.Select(score => score.Precision)])),
            (MetricCatalog.Recall.Id, Mean([.. occurring.Select(score => score.Recall)])),
            (MetricCatalog.RocAuc.Id, Mean(areas)),
            (MetricCatalog.PrAuc.Id, Mean(precisions)),
            (MetricCatalog.SubsetAccuracy.Id, AllRight(probabilities, truth, thresholds))));
    }

    /// <summary>One column of values that lie row by row.</summary>
    /// <param name="values">Shape [n, width].</param>
    /// <param name="column">Its place.</param>
    /// <param name="width">Values in a row.</param>
    public static T[] Column<T>(IReadOnlyList<T> values, int column, int width)
    {
        ArgumentNullException.ThrowIfNull(values);
        var found = new T[values.Count / width];
        for (int row = 0; row < found.Length; row++)
        {
            found[row] = values[(row * width) + column];
        }

        return found;
    }

    private static LabelScore Score(double[] probabilities, bool[] truth, double threshold)
    {
        long cases = truth.LongCount(has => has);
        long given = 0;
        long right = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            bool isGiven = probabilities[i] >= threshold;
            given += isGiven ? 1 : 0;
            right += isGiven && truth[i] ? 1 : 0;
        }

        return new LabelScore(Share(right, given), Share(right, cases), Share(2 * right, given + cases), cases, given, right, RankingMetrics.PrAuc(probabilities, truth));
    }

    private static double AllRight(double[] probabilities, bool[] truth, double[] thresholds)
    {
        int cases = truth.Length / thresholds.Length;
        int right = 0;
        for (int row = 0; row < cases; row++)
        {
            int first = row * thresholds.Length;
            bool isRight = true;
            for (int label = 0; label < thresholds.Length && isRight; label++)
            {
                isRight = probabilities[first + label] >= thresholds[label] == truth[first + label];
            }

            right += isRight ? 1 : 0;
        }

        return (double)right / cases;
    }

    private static double Share(double part, long whole) => whole == 0 ? 0 : part / whole;

    private static double? Mean(double[] values) => values.Length > 0 ? values.Average() : null;
}
