using System.Text.Json;
using Builder.Graph.Metrics;
using Builder.Training.Metrics;

namespace Builder.Training.Tests.Metrics;

public class ClassificationMetricsTests
{
    public static TheoryData<int> Cases => MetricOracle.Numbers("classification");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_are_scikit_learn_s(int number)
    {
        JsonElement stored = MetricOracle.Case("classification", number);

        MetricOracle.AssertScores(stored, ClassificationMetrics.Score(
            stored.Doubles("probabilities"), stored.GetProperty("classes").GetInt32(), stored.Integers("labels")));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_confusion_matrix_and_the_scores_of_each_class_are_scikit_learn_s(int number)
    {
        JsonElement stored = MetricOracle.Case("classification", number);
        int classes = stored.GetProperty("classes").GetInt32();

        ClassificationReport report = ClassificationMetrics.Report(stored.Doubles("probabilities"), classes, stored.Integers("labels"))!;

        Assert.Equal(
            stored.Integers("confusion").Select(count => (long)count),
            Enumerable.Range(0, classes * classes).Select(at => report.Confusion[at / classes, at % classes]));
        for (int label = 0; label < classes; label++)
        {
            AssertClass(stored.GetProperty("perClass")[label], report.PerClass[label]);
        }

        AssertClass(stored.GetProperty("macro"), report.Macro);
        AssertClass(stored.GetProperty("weighted"), report.Weighted);
    }

    [Fact]
    public void Nothing_is_told_of_no_cases_or_of_probabilities_that_are_no_numbers()
    {
        Assert.Empty(ClassificationMetrics.Score([], 3, []));
        Assert.Empty(ClassificationMetrics.Score([double.NaN, 0.5], 2, [1]));
    }

    [Fact]
    public void Where_only_one_class_occurs_the_ranking_scores_are_left_out()
    {
        IReadOnlyDictionary<string, double> scores = ClassificationMetrics.Score([0.4, 0.6, 0.3, 0.7], 2, [1, 1]);

        Assert.DoesNotContain("rocAuc", scores.Keys);
        Assert.DoesNotContain("prAuc", scores.Keys);
        Assert.Equal(1, scores["accuracy"]);
        Assert.DoesNotContain("NaN", JsonSerializer.Serialize(scores), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_outside_the_classes_and_lengths_that_do_not_fit_are_the_caller_s_error()
    {
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Score([0.5, 0.5], 2, [2]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Score([0.5, 0.5], 2, [-1]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Score([0.5, 0.5, 0.5], 2, [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassificationMetrics.Score([1], 1, [0]));
    }

    private static void AssertClass(JsonElement stored, ClassScore score)
    {
        MetricOracle.AssertNear(stored[0].GetDouble(), score.Precision, "precision");
        MetricOracle.AssertNear(stored[1].GetDouble(), score.Recall, "recall");
        MetricOracle.AssertNear(stored[2].GetDouble(), score.F1, "f1");
    }
}
