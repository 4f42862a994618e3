using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Sections;

namespace Builder.Web.Tests.Evaluate;

public sealed class RunDifferenceTests
{
    // For 100 paired cases of which 20 are better and 5 worse scipy 1.10 has 0.06 to 0.25 (bootstrap, percentile, 9,999 draws).
    [Fact]
    public void A_run_that_is_right_more_often_on_the_same_rows_is_better_with_an_interval()
    {
        var other = Classes(i => i is >= 20 and < 60);
        var own = Classes(i => i < 55 && i >= 0);

        var found = RunDifference.Of(own, other)!;

        Assert.Equal((0.15, 100, 25), (Math.Round(found.Mean, 9), found.Cases, found.Different));
        Assert.Equal(0.06, found.Low, 0.011);
        Assert.Equal(0.245, found.High, 0.011);
        Assert.Equal(1, found.Outcome);
        Assert.Matches(@"^better by \+\d+ … \+\d+ points$", found.Words(null).En);
        Assert.Equal(-1, RunDifference.Of(other, own)!.Outcome);
    }

    [Fact]
    public void Few_differences_prove_nothing_and_the_same_answers_least_of_all()
    {
        Assert.Equal((0, "cannot be told apart"), (RunDifference.Of(Classes(i => i < 55), Classes(i => i < 50))!.Outcome, RunDifference.Of(Classes(i => i < 55), Classes(i => i < 50))!.Words(null).En));
        Assert.Equal((0.0, 0.0, 0), (RunDifference.Of(Classes(i => i < 55), Classes(i => i < 55))!.Low, 0, RunDifference.Of(Classes(i => i < 55), Classes(i => i < 55))!.Outcome));
    }

    [Fact]
    public void A_smaller_error_is_better()
    {
        var found = RunDifference.Of(Errors(i => 1 + (i % 3)), Errors(i => 3 + (i % 5)))!;

        Assert.Equal((1, 3.0), (found.Outcome, Math.Round(found.Mean, 1)));
        Assert.EndsWith(" MPa", found.Words("MPa").Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_judged_on_other_rows_or_data_is_not_compared()
    {
        var own = Classes(i => i < 50);
        Assert.Null(RunDifference.Of(own, own with { Fingerprint = "other" }));
        Assert.Null(RunDifference.Of(own, own with { Head = "other" }));
        Assert.Null(RunDifference.Of(own, own with { IsOfClasses = false }));
        Assert.Null(RunDifference.Of(own, own with { Rows = [.. own.Rows.Select(r => r + 1)] }));
        Assert.Null(RunDifference.Of(own with { Rows = [], Scores = [] }, own with { Rows = [], Scores = [] }));
    }

    private static CaseResults Classes(Func<int, bool> isRight) => new("y", true, "data", [.. Enumerable.Range(0, 100)], [.. Enumerable.Range(0, 100).Select(i => isRight(i) ? 1f : 0f)]);

    private static CaseResults Errors(Func<int, float> error) => new("y", false, "data", [.. Enumerable.Range(0, 60)], [.. Enumerable.Range(0, 60).Select(error)]);
}
