using Builder.Graph.Metrics;

namespace Builder.Training.Metrics;

/// <summary>Scores of a language model.</summary>
public static class PerplexityMetrics
{
    /// <summary>The scores by name: log loss in nats a token, and perplexity.</summary>
    /// <param name="negativeLogLikelihood">The sum over all tokens, in nats.</param>
    /// <param name="tokens">How many tokens there are.</param>
    /// <returns>The scores; a perplexity too large for a number is left out, everything where there is no token.</returns>
    public static IReadOnlyDictionary<string, double> Score(double negativeLogLikelihood, long tokens)
    {
        double mean = negativeLogLikelihood / tokens;
        return ScoreTable.Of((MetricCatalog.LogLoss.Id, mean), (MetricCatalog.Perplexity.Id, Math.Exp(mean)));
    }
}
