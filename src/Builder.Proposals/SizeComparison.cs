using System.Collections.Immutable;
using Builder.Graph.Metrics;

namespace Builder.Proposals;

/// <summary>What one short training came to.</summary>
/// <param name="Size">The model's size.</param>
/// <param name="Seed">Its random start.</param>
/// <param name="Score">On the validation rows; null where it cannot be told.</param>
/// <param name="Weights">Trainable values.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record SizeScore(ModelSize Size, long Seed, double? Score, long Weights, double Seconds);

/// <summary>What the short trainings of a ladder say together.</summary>
/// <param name="Best">The size to train: the one that is drawn, unless another is ahead by more than chance.</param>
/// <param name="Low">The worse of two starts of the size that is drawn.</param>
/// <param name="High">The better of them.</param>
/// <param name="StartsDisagree">True where these are no longer the same answer.</param>
public sealed record SizeComparison(ModelSize Best, double Low, double High, bool StartsDisagree)
{
    /// <summary>What is ahead by less is not worth another training.</summary>
    private const double Margin = 0.005;

    /// <summary>One case more or less is chance.</summary>
    private const double FewestCases = 2;

    /// <summary>What subtracting two shares may lose.</summary>
    private const double Rounding = 1e-9;

    /// <summary>
    /// Compares. Another size has to be ahead of both starts of the one that is drawn, by half a point at least and, where the score counts cases, by two of them;
    /// of two that are, the better, and of two that are equally good the smaller. Null where the starts have no scores.
    /// </summary>
    /// <param name="scores">The scores; the larger the better.</param>
    /// <param name="drawn">The size that a person has.</param>
    /// <param name="metric">What the scores are.</param>
    /// <param name="cases">Validation rows.</param>
    public static SizeComparison? Of(ImmutableArray<SizeScore> scores, ModelSize drawn, MetricDefinition metric, long cases)
    {
        ArgumentNullException.ThrowIfNull(metric);
        double[] starts = [.. scores.Where(s => s.Size == drawn).Select(s => s.Score).OfType<double>().Order()];
        if (starts.Length == 0)
        {
            return null;
        }

        var (low, high) = (starts[0], starts[^1]);
        var ahead = metric.Format == MetricFormat.Percent ? Math.Max(Margin, FewestCases / cases) : Margin;
        var best = scores.Where(s => s.Size != drawn && s.Score - high >= ahead - Rounding).OrderByDescending(s => s.Score).ThenBy(s => s.Size).FirstOrDefault();
        return new(best?.Size ?? drawn, low, high, RandomStarts.Disagree(low, high, cases));
    }
}

/// <summary>Trainings that differ in their random start only.</summary>
public static class RandomStarts
{
    /// <summary>Scores, as shares, that are further apart are no longer the same answer.</summary>
    private const double Apart = 0.03;

    /// <summary>One case more or less is no disagreement.</summary>
    private const double FewestCases = 2;

    /// <summary>True where their scores are so far apart that one of them says little about the next.</summary>
    /// <param name="low">The lowest score.</param>
    /// <param name="high">The highest.</param>
    /// <param name="cases">Cases that were scored.</param>
    public static bool Disagree(double low, double high, long cases) => high - low > Apart && (high - low) * cases >= FewestCases;
}
