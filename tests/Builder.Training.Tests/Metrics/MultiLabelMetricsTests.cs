using System.Text.Json;
using Builder.Training.Metrics;

namespace Builder.Training.Tests.Metrics;

public class MultiLabelMetricsTests
{
    public static TheoryData<int> Cases => MetricOracle.Numbers("multilabel");

    public static TheoryData<int> Thresholds => MetricOracle.Numbers("bestThreshold");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_are_scikit_learn_s(int number)
    {
        JsonElement stored = MetricOracle.Case("multilabel", number);

        MultiLabelReport report = MultiLabelMetrics.Report(
            stored.Doubles("probabilities"), [.. stored.Integers("truth").Select(t => t == 1)], stored.Doubles("thresholds"))!;

        MetricOracle.AssertScores(stored, report.Scores);
        Assert.Equal(stored.Integers("cases"), report.PerLabel.Select(l => (int)l.Cases));
        Assert.Equal(stored.Integers("given"), report.PerLabel.Select(l => (int)l.Given));
        Assert.Equal(stored.Integers("right"), report.PerLabel.Select(l => (int)l.Right));
        Assert.All(report.PerLabel, (label, i) =>
        {
            MetricOracle.AssertNear(stored.GetProperty("perLabel")[i][0].GetDouble(), label.Precision, "precision");
            MetricOracle.AssertNear(stored.GetProperty("perLabel")[i][1].GetDouble(), label.Recall, "recall");
            MetricOracle.AssertNear(stored.GetProperty("perLabel")[i][2].GetDouble(), label.F1, "f1");
        });
    }

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void The_threshold_with_the_best_f1_is_that_of_scikit_learn_s_curve(int number)
    {
        JsonElement stored = MetricOracle.Case("bestThreshold", number);

        (double threshold, double f1) = RankingMetrics.BestF1(stored.Doubles("probabilities"), [.. stored.Integers("truth").Select(t => t == 1)])!.Value;

        MetricOracle.AssertNear(stored.GetProperty("f1").GetDouble(), f1, "f1");
        MetricOracle.AssertNear(stored.GetProperty("threshold").GetDouble(), threshold, "threshold");
    }

    [Fact]
    public void Nothing_is_told_of_no_cases_or_of_probabilities_that_are_no_numbers()
    {
        Assert.Null(MultiLabelMetrics.Report([], [], [0.5]));
        Assert.Null(MultiLabelMetrics.Report([double.NaN, 0.5], [true, false], [0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => MultiLabelMetrics.Report([0.5], [true, false], [0.5, 0.5]));
    }

    [Fact]
    public void A_class_that_is_said_from_a_threshold_on_need_not_be_the_likelier_one()
    {
        ClassificationReport report = ClassificationMetrics.Report([0.8, 0.2, 0.6, 0.4, 0.9, 0.1], 2, [0, 1, 0], new ClassDecision(1, 0.3))!;

        // By the likelier one the second case would be missed.
        Assert.Equal((2, 0, 0, 1), (report.Confusion[0, 0], report.Confusion[0, 1], report.Confusion[1, 0], report.Confusion[1, 1]));
        Assert.Equal(1, report.PerClass[1].F1);
    }
}
