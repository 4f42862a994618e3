using System.Text.Json;
using Builder.Training.Metrics;

namespace Builder.Training.Tests.Metrics;

public class RegressionMetricsTests
{
    public static TheoryData<int> Cases => MetricOracle.Numbers("regression");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_are_scikit_learn_s(int number)
    {
        JsonElement stored = MetricOracle.Case("regression", number);

        MetricOracle.AssertScores(stored, RegressionMetrics.Score(stored.Doubles("predicted"), stored.Doubles("actual")));
    }

    [Fact]
    public void Nothing_is_told_of_no_cases_or_of_values_that_are_no_numbers()
    {
        Assert.Empty(RegressionMetrics.Score([], []));
        Assert.Empty(RegressionMetrics.Score([1, double.NaN], [1, 2]));
        Assert.Empty(RegressionMetrics.Score([1, 2], [1, double.PositiveInfinity]));
    }

    [Fact]
    public void A_score_too_large_for_a_number_is_left_out()
    {
        IReadOnlyDictionary<string, double> scores = RegressionMetrics.Score([1e200, 0], [-1e200, 1]);

        Assert.Equal(["mae", "mape", "medianAbsoluteError"], scores.Keys.Order());
    }

    [Fact]
    public void Lengths_that_differ_are_the_caller_s_error() =>
        Assert.Throws<ArgumentException>(() => RegressionMetrics.Score([1], [1, 2]));
}
