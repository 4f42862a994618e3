using Builder.Graph.Metrics;
using Builder.Storage.Runs;
using Builder.Web.Runs.Page;

namespace Builder.Web.Tests.Runs;

public sealed class OutcomeWordsTests
{
    private static readonly Dictionary<string, double?> Nothing = [];

    [Theory]
    [InlineData(0.9667, 0.3333, "Of 100 cases it has never seen it gets 97 right; always giving the most frequent answer would get 33 of 100.")]
    [InlineData(0.9987, 0.1, "Of 100 cases it has never seen it gets 99.8 right; always giving the most frequent answer would get 10 of 100.")]
    [InlineData(1, 0.5, "It gets all 30 cases right that it has never seen; always giving the most frequent answer would get 50 of 100.")]
    [InlineData(0.6, 0.62, "Of 100 cases it has never seen it gets 60 right. That is no better than always giving the most frequent answer, which gets 62 of 100.")]
    public void A_classifier_is_compared_with_the_commonest_answer(double accuracy, double baseline, string words) =>
        Assert.Equal(words, OutcomeWords.Of(Scores(TaskKind.Classification, new() { ["accuracy"] = accuracy }, new() { ["accuracy"] = baseline }), 30).En);

    [Fact]
    public void Who_finds_a_rare_class_at_the_price_of_false_alarms_is_not_called_useless() => Assert.Equal(
        "Of 100 cases it has never seen it gets 94 right. Always giving the most frequent answer would get 95, but would find nothing else:"
        + " with each class counted the same it is right in 78 of 100, that answer in 50 at most.",
        OutcomeWords.Of(Scores(TaskKind.Classification, new() { ["accuracy"] = 0.94, ["balancedAccuracy"] = 0.78 }, new() { ["accuracy"] = 0.95 }), 30).En);

    [Fact]
    public void Labels_are_told_by_what_is_right_and_what_is_found() => Assert.Equal(
        "Of 100 labels that it gives 80 are right, and of 100 that are there it finds 65 (mean of the labels; together an F1 of 70%); always giving the same labels would reach 40%.",
        OutcomeWords.Of(Scores(TaskKind.MultiLabel, new() { ["macroF1"] = 0.7, ["precision"] = 0.8, ["recall"] = 0.65 }, new() { ["macroF1"] = 0.4 }), 30).En);

    [Fact]
    public void An_error_has_its_unit_and_is_compared_with_the_plainest_guess()
    {
        var scores = Scores(TaskKind.Regression, new() { ["mae"] = 2.9712 }, new() { ["mae"] = 13.2 }) with { Units = new Dictionary<string, string> { ["mae"] = "MPa" } };
        Assert.Equal("On cases it has never seen it is off by 2.97 MPa on average; the baseline would be off by 13.2 MPa.", OutcomeWords.Of(scores, 30).En);
        Assert.Equal("对从未见过的样本，平均误差为 2.97 MPa；基准的误差为 13.2 MPa。", OutcomeWords.Of(scores, 30).Zh);
    }

    [Fact]
    public void Without_test_samples_it_says_that_new_cases_may_fare_worse()
    {
        var scores = Scores(TaskKind.Classification, [], []) with { Train = new Dictionary<string, double?> { ["accuracy"] = 0.9 } };
        Assert.EndsWith("new ones may fare worse.", OutcomeWords.Of(scores, 0).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TaskKind.LanguageModel)]
    [InlineData(TaskKind.Generation)]
    [InlineData(TaskKind.Anomaly)]
    [InlineData(TaskKind.Reconstruction)]
    [InlineData(null)]
    public void Every_task_has_a_sentence_whatever_scores_there_are(TaskKind? task)
    {
        var words = OutcomeWords.Of(Scores(task, [], []), 0);
        Assert.EndsWith(".", words.En, StringComparison.Ordinal);
        Assert.EndsWith("。", words.Zh, StringComparison.Ordinal);
    }

    private static RunScores Scores(TaskKind? task, Dictionary<string, double?> test, Dictionary<string, double?> baseline) =>
        new(task, Nothing, Nothing, test, baseline, new Dictionary<string, string>());
}
