using Builder.Training.Metrics;

namespace Builder.Training.Tests.Metrics;

public class PerplexityMetricsTests
{
    [Fact]
    public void Guessing_evenly_among_eight_tokens_has_perplexity_eight()
    {
        IReadOnlyDictionary<string, double> scores = PerplexityMetrics.Score(100 * Math.Log(8), 100);

        Assert.Equal(8, scores["perplexity"], 1e-12);
        Assert.Equal(Math.Log(8), scores["logLoss"], 1e-12);
    }

    [Fact]
    public void A_perplexity_beyond_all_numbers_and_that_of_no_tokens_are_left_out()
    {
        Assert.Equal(["logLoss"], PerplexityMetrics.Score(1000, 1).Keys);
        Assert.Empty(PerplexityMetrics.Score(0, 0));
    }
}
