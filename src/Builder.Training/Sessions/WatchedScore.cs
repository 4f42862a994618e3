using Builder.Graph.Analysis;
using Builder.Protocol.Messages;

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
            throw new TrainingException(TrainingMessages.UnknownScore.With(("name", name), ("known", known)));
        }

        return score.IsLoss || validationSamples > 0 ? new(score) : throw new TrainingException(TrainingMessages.ScoreNeedsValidation.With(("term", score.Metric.TermMessage)));
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
    public TrainingException CannotBeTold(long validationSamples) => new(
        TrainingMessages.ScoreNotTold.With(("term", Score.Metric.TermMessage), ("validationSamples", validationSamples)));
}
