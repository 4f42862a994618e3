using System.Text;
using System.Text.Json;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;

namespace Builder.Protocol.Tests.Evaluations;

public sealed class RivalComparisonTests
{
    private static RivalComparison Example => new()
    {
        Head = "species", Metric = "accuracy", Part = "test", Samples = 114, Available = 114, Training = 400, Score = 0.96,
        Rivals = [new(RivalMessages.Forest.With(), 0.97, -0.05, 0.03, 9, 400), new(RivalMessages.Naive.With(), 0.6, 0.3, 0.4, 40, 400) { Season = 7, ReadsPart = true }],
        LeftOut = [new(RivalMessages.Boosted.With(), RivalMessages.TooSlow.With(("seconds", 15)))], Others = ["amount"], Class = "yes", HasThresholds = true, HasClassWeights = true,
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var json = Example.ToJson();

        Assert.Equal(json, RivalComparison.FromJson(json).ToJson());
        Assert.Contains("\"rival.forest\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Equal("随机森林", RivalComparison.FromJson(json).Best!.Name.Words.Zh);
    }

    [Theory]
    [InlineData(0.01, 0.05, 9, RivalOutcome.Better)]
    [InlineData(-0.05, -0.01, 9, RivalOutcome.Worse)]
    [InlineData(-0.01, 0.05, 9, RivalOutcome.Alike)]
    [InlineData(0, 0.05, 9, RivalOutcome.Alike)]
    [InlineData(0.01, 0.05, 5, RivalOutcome.Alike)]
    [InlineData(-1, -1, 3, RivalOutcome.Alike)]
    public void Only_an_interval_without_zero_on_enough_cases_that_differ_tells_two_apart(double low, double high, long different, RivalOutcome outcome) =>
        Assert.Equal(outcome, new RivalResult(RivalMessages.Tree.With(), 0.5, low, high, different, 100).Outcome);

    [Fact]
    public void The_winner_is_the_best_of_those_that_are_surely_better()
    {
        Assert.Null(Example.Winner);
        Assert.Equal(RivalMessages.Tree.Code, (Example with
        {
            Rivals = [.. Example.Rivals, new(RivalMessages.Tree.With(), 0.95, -0.3, -0.1, 40, 400)],
        }).Winner!.Name.Code);
        Assert.Null((Example with { Rivals = [] }).Best);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"format":2,"head":"h","metric":"accuracy","part":"test","samples":1,"available":1,"training":1,"score":1,"rivals":[]}""")]
    [InlineData("""{"format":1,"metric":"accuracy","part":"test","samples":1,"available":1,"training":1,"score":1,"rivals":[]}""")]
    [InlineData("""{"format":1,"head":"h","metric":"accuracy","part":"test","samples":1,"available":1,"training":1,"score":1,"rivals":[null]}""")]
    [InlineData("""{"format":1,"head":"h","metric":"accuracy","part":"test","samples":1,"available":1,"training":1,"score":1,"rivals":[{"score":1,"low":0,"high":1,"different":1,"learned":1}]}""")]
    public void Something_else_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => RivalComparison.FromJson(Encoding.UTF8.GetBytes(json)));
}
