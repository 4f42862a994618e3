using Builder.Graph.Metrics;

namespace Builder.Training.Metrics;

/// <summary>
/// Scores of predicted quantities, as scikit-learn defines them; give the values in the target's units.
/// Source: https://scikit-learn.org/stable/modules/model_evaluation.html#regression-metrics.
/// </summary>
public static class RegressionMetrics
{
    /// <summary>The scores by name.</summary>
    /// <param name="predicted">Shape [n].</param>
    /// <param name="actual">Shape [n].</param>
    /// <returns>
    /// The scores. Left out is what cannot be told: R² where all true values are equal, MAPE where a true value is 0, everything where
    /// there is no case or a value is no finite number.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyDictionary<string, double> Score(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        if (predicted.Length != actual.Length)
        {
            throw new ArgumentException($"There are {predicted.Length} predictions, but {actual.Length} true values.", nameof(actual));
        }

        if (actual.IsEmpty || !ScoreTable.AreFinite(predicted) || !ScoreTable.AreFinite(actual))
        {
            return new Dictionary<string, double>();
        }

        var errors = new double[actual.Length];
        double squares = 0;
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = Math.Abs(predicted[i] - actual[i]);
            squares += errors[i] * errors[i];
        }

        double mean = squares / errors.Length;
        return ScoreTable.Of(
            (MetricCatalog.Mae.Id, errors.Average()),
            (MetricCatalog.Rmse.Id, Math.Sqrt(mean)),
            (MetricCatalog.Mse.Id, mean),
            (MetricCatalog.R2.Id, R2(squares, actual)),
            (MetricCatalog.Mape.Id, Mape(errors, actual)),
            (MetricCatalog.MedianAbsoluteError.Id, Median(errors)));
    }

    private static double? R2(double squares, ReadOnlySpan<double> actual)
    {
        double mean = 0;
        foreach (double value in actual)
        {
            mean += value / actual.Length;
        }

        double variation = 0;
        bool varies = false;
        foreach (double value in actual)
        {
            variation += (value - mean) * (value - mean);
            varies |= value != actual[0];
        }

        return varies ? 1 - (squares / variation) : null;
    }

    private static double? Mape(double[] errors, ReadOnlySpan<double> actual)
    {
        double sum = 0;
        for (int i = 0; i < errors.Length; i++)
        {
            if (actual[i] == 0)
            {
                return null;
            }

            sum += errors[i] / Math.Abs(actual[i]);
        }

        return sum / errors.Length;
    }

    private static double Median(double[] errors)
    {
        Array.Sort(errors);
        int middle = errors.Length / 2;
        return errors.Length % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2;
    }
}
