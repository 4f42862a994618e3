using Builder.Graph.Analysis;

namespace Builder.Training.Sessions;

/// <summary>
/// A score that decides something after every epoch: which epoch is the best, or whether a schedule lowers its rate. Measured on the
/// validation samples; a loss on the training samples where there are none.
/// </summary>
public sealed class WatchedScore
{
    private WatchedScore(EpochScore score) => Score = score;

    /// <summary>Which score it is.</summary>
    public EpochScore Score { get; }

    /// <summary>The score that a document calls <paramref name="name"/>.</summary>
    /// <param name="analysis">The analysis of the document.</param>
    /// <param name="name">What the document calls it: "loss", "accuracy", "price.mae".</param>
    /// <param name="validationSamples">How many samples there are to measure it on.</param>
    /// <exception cref="TrainingException">The document's training has no such score, or nothing to measure it on.</exception>
    public static WatchedScore Of(GraphAnalysis analysis, string name, long validationSamples)
    {
        if (analysis.FindScore(name) is not { } score)
        {
            var known = string.Join(", ", analysis.Scores.Select(s => s.Id));
            throw new TrainingException("UnknownScore", new(
                $"The training plan watches “{name}”, but this model has no such score. It has: {known}.",
                $"训练计划要监测“{name}”，但这个模型没有这项指标。可用的有：{known}。"));
        }

        return score.IsLoss || validationSamples > 0 ? new(score) : throw new TrainingException("ScoreNeedsValidation", new(
            $"“{score.Metric.Term.En}” is to decide which epoch is best, but no rows are kept for validation. Give the validation part a share of the data, or watch the loss.",
            $"要以“{score.Metric.Term.Zh}”判断哪一轮最好，但没有留出验证数据。请给验证部分分配一些数据，或改为监测损失。"));
    }

    /// <summary>Its value after an epoch; null where it cannot be told.</summary>
    /// <param name="losses">The training losses of the epoch.</param>
    /// <param name="validation">The scores of the validation samples; empty where there are none.</param>
    public double? Read(IReadOnlyDictionary<string, double> losses, IReadOnlyDictionary<string, double> validation) =>
        validation.TryGetValue(Score.Reported, out var measured) ? measured
        : Score.IsLoss && losses.TryGetValue(Score.Reported, out var loss) ? loss
        : null;

    /// <summary>The words for a score that the validation samples do not let one compute.</summary>
    /// <param name="validationSamples">How many there are.</param>
    public TrainingException CannotBeTold(long validationSamples) => new("ScoreNotTold", new(
        $"“{Score.Metric.Term.En}” is watched, but it cannot be computed from the {validationSamples:N0} validation samples, for example because they all have the same true value. Keep more rows for validation, or watch the loss.",
        $"要监测“{Score.Metric.Term.Zh}”，但无法用这 {validationSamples:N0} 个验证样本计算它，例如因为它们的真实值都相同。请留出更多验证数据，或改为监测损失。"));
}
