namespace Builder.Graph.Metrics;

/// <summary>
/// The scores of class predictions that follow from what is said alone, not from how likely it was found: those that another threshold changes. As scikit-learn defines
/// them. Source: https://scikit-learn.org/stable/modules/model_evaluation.html.
/// </summary>
public static class DecidedScores
{
    /// <summary>The ids of their metrics.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [MetricCatalog.Accuracy.Id, MetricCatalog.BalancedAccuracy.Id, MetricCatalog.Precision.Id, MetricCatalog.Recall.Id, MetricCatalog.F1.Id];

    /// <summary>
    /// The scores by the ids of their metrics. With two classes precision, recall and F1 speak of class 1; with more they are plain means over the classes, each against all others.
    /// </summary>
    /// <param name="matrix">At least one case.</param>
    public static IReadOnlyList<(string Name, double Value)> Of(ConfusionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var main = matrix.Classes == 2 ? ClassScore.Of(matrix, 1) : Macro(matrix);
        return
        [
            (MetricCatalog.Accuracy.Id, (double)matrix.Right() / matrix.Cases),
            (MetricCatalog.BalancedAccuracy.Id, All(matrix).Where(score => score.Cases > 0).Average(score => score.Recall)),
            (MetricCatalog.Precision.Id, main.Precision),
            (MetricCatalog.Recall.Id, main.Recall),
            (MetricCatalog.F1.Id, main.F1),
        ];
    }

    /// <summary>The plain mean over the classes that occur, truly or as a prediction.</summary>
    /// <param name="matrix">At least one case.</param>
    public static ClassScore Macro(ConfusionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return ClassScore.Mean([.. All(matrix).Where((score, label) => score.Cases > 0 || matrix.Predicted(label) > 0)], _ => 1);
    }

    private static IEnumerable<ClassScore> All(ConfusionMatrix matrix) => Enumerable.Range(0, matrix.Classes).Select(label => ClassScore.Of(matrix, label));
}
