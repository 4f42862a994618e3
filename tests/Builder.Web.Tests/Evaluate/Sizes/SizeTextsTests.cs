using Builder.Graph.Documents;
using Builder.Graph.Metrics;
using Builder.Proposals;
using Builder.Protocol;
using Builder.Web.Evaluate.Sizes;
using Builder.Web.Evaluate.Verdicts;

namespace Builder.Web.Tests.Evaluate.Sizes;

public sealed class SizeTextsTests
{
    [Fact]
    public void Sizes_that_are_no_better_are_told_and_the_trained_one_stays()
    {
        var state = Tried(TaskKind.Classification, "accuracy", 0.93, 0.93, 0.91, 0.94);

        Assert.Equal("Tried three sizes for up to 3 s each. Accuracy on the validation part: small 91%, medium 93%, large 94%. No other size is clearly better, so the medium one stays.", SizeTexts.Outcome(state).En);
        Assert.Equal("三种规模各训练不超过 3 秒。准确率在验证数据上为：小 91%，中 93%，大 94%。没有哪种规模明显更好，因此保留“中”。", SizeTexts.Outcome(state).Zh);
        Assert.False(state.Comparison!.StartsDisagree);
    }

    [Fact]
    public void A_size_that_is_better_is_named_and_two_starts_are_told_as_a_range()
    {
        var state = Tried(TaskKind.Regression, "r2", 0.9, 0.91, 0.88, 0.935);

        Assert.Equal("Tried three sizes for up to 3 s each. R² on the validation part: small 0.88, medium 0.9 to 0.91, large 0.935. The large one is clearly better than the medium one that was trained.", SizeTexts.Outcome(state).En);
        Assert.EndsWith("large 0.935. The large one is clearly better.", SizeTexts.Why(state).En, StringComparison.Ordinal);
        Assert.EndsWith("R²（决定系数）在验证数据上为：小 0.88，中 0.9～0.91，大 0.935。“大”明显更好。", SizeTexts.Why(state).Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelSize.Middle, ModelSize.Middle, false, false)]
    [InlineData(ModelSize.Middle, ModelSize.Small, true, false)]
    [InlineData(ModelSize.Middle, ModelSize.Large, false, true)]
    [InlineData(ModelSize.Small, ModelSize.Small, null, false)]
    [InlineData(ModelSize.Small, ModelSize.Large, false, true)]
    [InlineData(ModelSize.Large, ModelSize.Large, false, null)]
    [InlineData(ModelSize.Large, ModelSize.Middle, true, false)]
    public void What_is_better_and_what_is_not_is_told_to_the_verdict_and_nothing_of_what_was_not_tried(ModelSize drawn, ModelSize best, bool? smaller, bool? larger)
    {
        var state = State with { Drawn = drawn };
        Assert.Equal(SizeFinding.None, state.Finding);
        Assert.Equal(new SizeFinding(smaller, larger), (state with { Comparison = new(best, 0.9, 0.91, false) }).Finding);
    }

    [Fact]
    public void Starts_that_disagree_are_said()
    {
        var state = Tried(TaskKind.Classification, "accuracy", 0.95, 0.72, 0.9, 0.9);

        Assert.True(state.Comparison!.StartsDisagree);
        Assert.StartsWith("Two short trainings of this model that differ in their random start only came to 72% and 95% on the validation part (Accuracy).", SizeTexts.Disagreement(state).En, StringComparison.Ordinal);
        Assert.Contains("却分别为 72% 和 95%", SizeTexts.Disagreement(state).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_one_was_cut_off_or_is_missing_nothing_is_said()
    {
        Assert.Equal(SizePhase.Nothing, State.With(Done(0, TaskKind.Classification, "accuracy", 0.9)).AtEnd().Phase);
        Assert.Equal(SizePhase.Nothing, Enumerable.Range(0, 4).Aggregate(State, (state, i) => state.With(Done(i, TaskKind.Classification, "accuracy", 0.9) with { IsWhole = i != 3 })).AtEnd().Phase);
        Assert.Equal(SizePhase.Nothing, Enumerable.Range(0, 4).Aggregate(State, (state, i) => state.With(Done(i, TaskKind.Anomaly, "loss", 0.9))).AtEnd().Phase);
    }

    private static SizeState State => new()
    {
        Phase = SizePhase.Trying, Drawn = ModelSize.Middle,
        Trials = [.. new[] { ModelSize.Middle, ModelSize.Middle, ModelSize.Small, ModelSize.Large }.Select((size, i) => new SizeTrial(size, i == 1 ? 2 : 1, ProjectDocument.Create("a")))],
    };

    private static SizeState Tried(TaskKind task, string metric, params double[] scores) =>
        scores.Select((score, i) => Done(i, task, metric, score)).Aggregate(State, (state, done) => state.With(done)).AtEnd();

    private static RunEvent.TrialDone Done(int number, TaskKind task, string metric, double score) =>
        new(number, task, new Dictionary<string, double?> { ["loss"] = 0.3, [metric] = score }, 100, 1_000, 40, true, 2.2);
}
