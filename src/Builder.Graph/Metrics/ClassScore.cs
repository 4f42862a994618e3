namespace Builder.Graph.Metrics;

/// <summary>The scores of one class, or a mean of several.</summary>
/// <param name="Precision">Share of the cases called so that are so; 0 where none is called so.</param>
/// <param name="Recall">Share of the cases that are so and are called so; 0 where none is so.</param>
/// <param name="F1">Harmonic mean of both; 0 where both are 0.</param>
/// <param name="Cases">How many cases truly are of the class.</param>
public sealed record ClassScore(double Precision, double Recall, double F1, long Cases)
{
    /// <summary>The scores of a class.</summary>
    /// <param name="matrix">How often each class was taken for each class.</param>
    /// <param name="label">The class.</param>
    public static ClassScore Of(ConfusionMatrix matrix, int label)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        double right = matrix[label, label];
        long actual = matrix.Actual(label);
        long predicted = matrix.Predicted(label);
        return new ClassScore(Share(right, predicted), Share(right, actual), Share(2 * right, actual + predicted), actual);
    }

    /// <summary>A mean of several.</summary>
    /// <param name="scores">The scores, at least one.</param>
    /// <param name="weight">How much each of them counts.</param>
    public static ClassScore Mean(IReadOnlyList<ClassScore> scores, Func<ClassScore, double> weight)
    {
        ArgumentNullException.ThrowIfNull(scores);
        double total = scores.Sum(weight);
        return new ClassScore(
            scores.Sum(score => weight(score) * score.Precision) / total,
            scores.Sum(score => weight(score) * score.Recall) / total,
            scores.Sum(score => weight(score) * score.F1) / total,
            scores.Sum(score => score.Cases));
    }

    private static double Share(double part, long whole) => whole == 0 ? 0 : part / whole;
}
