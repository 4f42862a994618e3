using Builder.Graph;
using Builder.Proposals;

namespace Builder.Bench.Proposals;

/// <summary>What a table came to. Scores are the share of right answers for classes and R² for numbers, on the test rows.</summary>
public sealed record ProposalResult
{
    /// <summary>The table's file.</summary>
    public required string Table { get; init; }

    /// <summary>What the scores are.</summary>
    public required string Score { get; init; }

    /// <summary>Rows that are learned from.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that are tested.</summary>
    public required long Tested { get; init; }

    /// <summary>Classes; 0 for numbers.</summary>
    public required long Classes { get; init; }

    /// <summary>Trainable values of the proposed model.</summary>
    public required long Weights { get; init; }

    /// <summary>The proposed model's scores, one for each random start, ascending.</summary>
    public required double[] Ours { get; init; }

    /// <summary>The same models' scores on the validation rows, ascending: by these, and not by the test rows, settings are to be chosen. Optimistic, as they chose the epoch.</summary>
    public required double[] Validated { get; init; }

    /// <summary>The median of <see cref="Ours"/>.</summary>
    public double Median => Ours[Ours.Length / 2];

    /// <summary>How far the worst start lies below the median.</summary>
    public double Below => Median - Ours[0];

    /// <summary>Median score of scikit-learn's gradient boosting; of naive Bayes over TF-IDF where there is a text; null where there is neither.</summary>
    public double? Other { get; init; }

    /// <summary>Score of logistic regression, or of ridge regression for numbers; null where the rows are no table.</summary>
    public double? Linear { get; init; }

    /// <summary>True where nobody looked at its scores when the proposals' settings were chosen.</summary>
    public bool HeldOut { get; init; }

    /// <summary>The size that short trainings chose on the validation rows; null where they were not made, or there is no time for them.</summary>
    public ModelSize? Size { get; init; }

    /// <summary>The scores of that size, ascending, where it is another than the proposed one.</summary>
    public double[]? Resized { get; init; }

    /// <summary>The median of a model whose size was chosen by short trainings.</summary>
    public double MedianOfSize => Resized is { } other ? other[other.Length / 2] : Median;

    /// <summary>Seconds that the slowest training took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Epochs of each training, in the order of the seeds.</summary>
    public required long[] Epochs { get; init; }

    /// <summary>Ranks of ours, the other and the linear model, 1 for the best; those with the same score share their ranks. Null without peers.</summary>
    /// <param name="bySize">True to rank our model in the size that short trainings chose.</param>
    public double[]? Ranks(bool bySize = false)
    {
        if (Other is not { } other || Linear is not { } linear)
        {
            return null;
        }

        double[] scores = [bySize ? MedianOfSize : Median, other, linear];
        return [.. scores.Select(score => 1 + scores.Count(s => s > score) + ((scores.Count(s => s == score) - 1) / 2.0))];
    }
}

/// <summary>Mean ranks over some tables, 1 for the best of three.</summary>
/// <param name="Tables">How many.</param>
/// <param name="Ours">Of the proposed models.</param>
/// <param name="Other">Of boosting, or naive Bayes.</param>
/// <param name="Linear">Of the linear models.</param>
public sealed record MeanRanks(int Tables, double Ours, double Other, double Linear)
{
    /// <summary>True for the tables alone whose scores nobody looked at when the proposals' settings were chosen.</summary>
    public bool HeldOut { get; init; }

    /// <summary>True where our models have the size that short trainings chose.</summary>
    public bool BySize { get; init; }
}

/// <summary>Names of what is compared.</summary>
internal static class ProposalWords
{
    /// <summary>What the table is called that says which peers there are.</summary>
    public static Localized Peers { get; } = new(
        "boosting = scikit-learn's HistGradientBoosting, or TF-IDF with naive Bayes where there is a text; linear = logistic or ridge regression",
        "提升树 = scikit-learn 的 HistGradientBoosting，有文本时为 TF-IDF 加朴素贝叶斯；线性 = 逻辑回归或岭回归");
}
