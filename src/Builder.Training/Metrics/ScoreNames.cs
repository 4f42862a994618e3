namespace Builder.Training.Metrics;

/// <summary>The names of scores. They are part of the command line's output and do not change.</summary>
public static class ScoreNames
{
    /// <summary>Share of right answers.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>Mean of the classes' recall.</summary>
    public const string BalancedAccuracy = "balancedAccuracy";

    /// <summary>Share of the cases called positive that are.</summary>
    public const string Precision = "precision";

    /// <summary>Share of the positive cases that are called so.</summary>
    public const string Recall = "recall";

    /// <summary>Harmonic mean of precision and recall.</summary>
    public const string F1 = "f1";

    /// <summary>Mean negative log likelihood in nats.</summary>
    public const string LogLoss = "logLoss";

    /// <summary>Area under the ROC curve.</summary>
    public const string RocAuc = "rocAuc";

    /// <summary>Average precision.</summary>
    public const string PrAuc = "prAuc";

    /// <summary>Mean absolute error, in the target's units.</summary>
    public const string Mae = "mae";

    /// <summary>Mean squared error, in the square of the target's units.</summary>
    public const string Mse = "mse";

    /// <summary>Root of the mean squared error, in the target's units.</summary>
    public const string Rmse = "rmse";

    /// <summary>Share of the target's variance that is explained; negative where the mean does better.</summary>
    public const string R2 = "r2";

    /// <summary>Mean absolute error as a share of the true value: 0.05 is five percent.</summary>
    public const string Mape = "mape";

    /// <summary>Median of the absolute errors, in the target's units.</summary>
    public const string MedianAbsoluteError = "medianAbsoluteError";

    /// <summary>e to the mean negative log likelihood of a token.</summary>
    public const string Perplexity = "perplexity";

    /// <summary>The best F1 that a threshold on the anomaly score reaches.</summary>
    public const string BestF1 = "bestF1";

    /// <summary>That threshold: a case is called unusual when its score is at least this.</summary>
    public const string BestF1Threshold = "bestF1Threshold";
}
