namespace Builder.Training.Metrics;

/// <summary>The scores of the plainest predictions, so that nobody takes a network for good that is no better.</summary>
public static class BaselineMetrics
{
    /// <summary>Always the most frequent class of the training cases, with the training shares as probabilities; the lowest of equally frequent ones.</summary>
    /// <param name="training">Shape [m]: the classes of the training cases.</param>
    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <param name="labels">Shape [n]: the true classes of the cases to score.</param>
    /// <returns>The names of <see cref="ClassificationMetrics"/>; none where there is no training case.</returns>
    /// <exception cref="ArgumentException">A class is outside its range.</exception>
    public static IReadOnlyDictionary<string, double> MajorityClass(ReadOnlySpan<int> training, int classes, ReadOnlySpan<int> labels)
    {
        var shares = new double[classes];
        foreach (int label in training)
        {
            if ((uint)label >= (uint)classes)
            {
                throw new ArgumentException($"Class {label} is not one of {classes}.", nameof(training));
            }

            shares[label]++;
        }

        if (training.IsEmpty)
        {
            return new Dictionary<string, double>();
        }

        for (int label = 0; label < classes; label++)
        {
            shares[label] /= training.Length;
        }

        var probabilities = new double[classes * labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            shares.CopyTo(probabilities, i * classes);
        }

        return ClassificationMetrics.Score(probabilities, classes, labels);
    }

    /// <summary>Always the mean of the training values.</summary>
    /// <param name="training">Shape [m]: the training values.</param>
    /// <param name="actual">Shape [n]: the true values of the cases to score.</param>
    /// <returns>The names of <see cref="RegressionMetrics"/>; none where there is no training value.</returns>
    public static IReadOnlyDictionary<string, double> MeanValue(ReadOnlySpan<double> training, ReadOnlySpan<double> actual)
    {
        double mean = 0;
        foreach (double value in training)
        {
            mean += value / training.Length;
        }

        var predicted = new double[actual.Length];
        Array.Fill(predicted, mean);
        return training.IsEmpty ? new Dictionary<string, double>() : RegressionMetrics.Score(predicted, actual);
    }

    /// <summary>For series: tomorrow is as today.</summary>
    /// <param name="latest">Shape [n]: the latest value known when each prediction is made.</param>
    /// <param name="actual">Shape [n]: the true values.</param>
    /// <returns>The names of <see cref="RegressionMetrics"/>.</returns>
    public static IReadOnlyDictionary<string, double> LatestValue(ReadOnlySpan<double> latest, ReadOnlySpan<double> actual) =>
        RegressionMetrics.Score(latest, actual);
}
