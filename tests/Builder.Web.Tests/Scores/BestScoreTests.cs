using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Storage.Runs;
using Builder.Web.Scores;

namespace Builder.Web.Tests.Scores;

/// <summary>The number on a project's card.</summary>
public sealed class BestScoreTests
{
    private static readonly Dictionary<string, double?> s_none = [];

    [Fact]
    public void The_run_that_is_best_on_validation_is_told_with_its_score_on_test_cases() =>
        Assert.Equal(new Localized("Accuracy 80%", "准确率 80%"), BestScore.Of([Run("accuracy", 0.7, 0.9), Run("accuracy", 0.85, 0.8), Run("accuracy", 0.6, 0.95)]));

    [Fact]
    public void Of_an_error_the_smaller_one_is_the_best() => Assert.Contains("2", BestScore.Of([Run("mae", 5, 4), Run("mae", 3, 2)])!.En, StringComparison.Ordinal);

    [Fact]
    public void Without_validation_the_told_scores_decide() => Assert.Equal("Accuracy 90%", BestScore.Of([Run("accuracy", null, 0.9), Run("accuracy", null, 0.8)])!.En);

    [Fact]
    public void Without_scores_there_is_no_best_one()
    {
        Assert.Null(BestScore.Of([]));
        Assert.Null(BestScore.Of([new(TaskKind.Generation, s_none, s_none, s_none, s_none, new Dictionary<string, string>())]));
    }

    private static RunScores Run(string metric, double? validation, double test) => new(
        metric == "mae" ? TaskKind.Regression : TaskKind.Classification, s_none, validation is null ? s_none : new() { [metric] = validation },
        new Dictionary<string, double?> { [metric] = test }, s_none, new Dictionary<string, string>());
}
