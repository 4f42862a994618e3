using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Tests.Evaluate;

public sealed class JudgedEvaluationTests
{
    private static readonly HeadCases s_cases = new("answer", null,
    [
        new("validation", [0.9f, 0.2f], [0.1f, 0.8f], [0, 1]),
        new("test", [0.03f, 0.7f, 0.8f, 0.1f], [0.97f, 0.3f, 0.2f, 0.9f], [0, 1, 0, 1]),
    ]);

    [Fact]
    public void Table_scores_and_examples_are_those_of_the_other_threshold()
    {
        var before = Before();
        var judged = JudgedEvaluation.Of(before, "answer", s_cases, new(1, 0.25), new(1, 0, -5, -1, 0))!;
        var head = judged.Heads[0];

        Assert.Equal([1, 1, 0, 2], head.Classes!.Confusion!.SelectMany(row => row));
        Assert.Equal(new ClassResult("yes", 2 / 3.0, 1, 0.8, 2), head.Classes.PerClass[1]);
        Assert.Equal([0.75, 1.0, null, 0.3], [judged.Test["accuracy"], judged.Validation["accuracy"], judged.Train["accuracy"], judged.Test["loss"]]);
        Assert.Equal(new ClassThreshold("yes", 0.25), Assert.Single(head.Thresholds));
        Assert.Equal(-5, head.Worth!.Missed);
        Assert.Equal(4, judged.Samples);
        Assert.Same(before.Heads[0].Classes!.Curves, head.Classes.Curves);
    }

    [Fact]
    public void A_class_is_said_from_its_threshold_on_also_in_the_examples()
    {
        var head = JudgedEvaluation.Of(Before(), "answer", s_cases, new(1, 0.95), null)!.Heads[0];

        Assert.Equal([("yes", 0.97, false), ("no", 0.1, false)], head.Examples.Select(e => (e.Predicted, Math.Round(e.Probability!.Value, 6), e.Right!.Value)));
        Assert.Equal([("yes", 0.97, false), ("yes", 0.9, true)], JudgedEvaluation.Of(Before(), "answer", s_cases, null, new(1, 0, -5, -1, 0))!.Heads[0].Examples
            .Select(e => (e.Predicted, Math.Round(e.Probability!.Value, 6), e.Right!.Value)));
    }

    [Fact]
    public void The_likelier_class_needs_no_threshold_and_no_reason()
    {
        var head = JudgedEvaluation.Of(Before(), "answer", s_cases, null, new(1, 0, -5, -1, 0))!.Heads[0];

        Assert.Empty(head.Thresholds);
        Assert.Null(head.Worth);
        Assert.Null(JudgedEvaluation.DecisionOf(head));
        Assert.Equal(new CaseDecision(1, 0.25), JudgedEvaluation.DecisionOf(JudgedEvaluation.Of(Before(), "answer", s_cases, new(1, 0.25), null)!.Heads[0]));
    }

    [Fact]
    public void Without_cases_of_the_part_or_for_another_prediction_nothing_can_be_judged()
    {
        Assert.Null(JudgedEvaluation.Of(Before(), "other", s_cases, null, null));
        Assert.Null(JudgedEvaluation.Of(Before(), "answer", s_cases with { Parts = [s_cases.Parts[0]] }, null, null));
        Assert.Null(JudgedEvaluation.Of(Evaluations.Values(1, 2), "strength", s_cases, null, null));
    }

    [Fact]
    public void A_second_prediction_has_its_name_before_its_scores()
    {
        var before = Before();
        var two = before with
        {
            Heads = [before.Heads[0] with { Name = "first" }, before.Heads[0]],
            Test = new Dictionary<string, double?> { ["accuracy"] = 0.5, ["answer.accuracy"] = 0.5 },
        };

        Assert.Equal((0.5, 0.75), JudgedEvaluation.Of(two, "answer", s_cases, new(1, 0.25), null)!.Test is var test ? (test["accuracy"], test["answer.accuracy"]) : default);
    }

    private static Evaluation Before() => Evaluations.Classes(3, 4);
}
