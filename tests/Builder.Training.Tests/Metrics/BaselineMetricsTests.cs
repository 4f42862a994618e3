using System.Text.Json;
using Builder.Training.Metrics;

namespace Builder.Training.Tests.Metrics;

public class BaselineMetricsTests
{
    public static TheoryData<int> MajorityCases => MetricOracle.Numbers("majority");

    public static TheoryData<int> MeanCases => MetricOracle.Numbers("mean");

    [Theory]
    [MemberData(nameof(MajorityCases))]
    public void The_most_frequent_class_scores_as_scikit_learn_s_dummy_classifier(int number)
    {
        JsonElement stored = MetricOracle.Case("majority", number);

        MetricOracle.AssertScores(stored, BaselineMetrics.MajorityClass(
            stored.Integers("training"), stored.GetProperty("classes").GetInt32(), stored.Integers("labels")));
    }

    [Theory]
    [MemberData(nameof(MeanCases))]
    public void The_mean_scores_as_scikit_learn_s_dummy_regressor(int number)
    {
        JsonElement stored = MetricOracle.Case("mean", number);

        MetricOracle.AssertScores(stored, BaselineMetrics.MeanValue(stored.Doubles("training"), stored.Doubles("actual")));
    }

    [Fact]
    public void The_latest_value_is_scored_as_a_prediction() =>
        Assert.Equal(1.5, BaselineMetrics.LatestValue([10, 12], [12, 13])["mae"]);

    [Fact]
    public void Without_training_cases_there_is_no_baseline()
    {
        Assert.Empty(BaselineMetrics.MajorityClass([], 2, [0, 1]));
        Assert.Empty(BaselineMetrics.MeanValue([], [1, 2]));
        Assert.Throws<ArgumentException>(() => BaselineMetrics.MajorityClass([3], 2, [0]));
    }
}
