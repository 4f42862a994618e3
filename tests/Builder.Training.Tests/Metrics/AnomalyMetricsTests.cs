using System.Text.Json;
using Builder.Training.Metrics;

namespace Builder.Training.Tests.Metrics;

public class AnomalyMetricsTests
{
    public static TheoryData<int> Cases => MetricOracle.Numbers("anomaly");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_are_scikit_learn_s(int number)
    {
        JsonElement stored = MetricOracle.Case("anomaly", number);

        MetricOracle.AssertScores(stored, AnomalyMetrics.Score(stored.Doubles("values"), stored.Integers("labels")));
    }

    [Fact]
    public void Nothing_is_told_of_scores_that_are_no_numbers() => Assert.Empty(AnomalyMetrics.Score([1, double.NaN], [0, 1]));
}
