using System.Text.Json;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Decisions;

namespace Builder.Web.Tests.Evaluate.Decisions;

public sealed class ThresholdGainsTests
{
    private static readonly AnswerValues s_usual = new(1, 0, -5, -1, 0);

    private static readonly JsonElement s_stored = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Evaluate", "Decisions", "gains.json"))).RootElement;

    public static TheoryData<int> Stored => [.. Enumerable.Range(0, s_stored.GetArrayLength())];

    [Fact]
    public void The_best_threshold_of_few_cases_is_the_one_computed_by_hand()
    {
        // From 0.4 on there is one false alarm, -1; from 0.6 on also one is missed, -6; from 0.3 on there are two false alarms, -2.
        var cases = Cases([0.1, 0.2, 0.3, 0.4, 0.6, 0.9], [0, 0, 0, 1, 0, 1]);

        Assert.Equal(new CaseDecision(1, 0.35), ThresholdGains.Best(cases, s_usual, null));
        Assert.Equal(new RuleGain(-1_000 / 6.0, 2, 0, 1), ThresholdGains.Of(cases, s_usual, i => cases.Said(new(1, 0.35), i)));
        Assert.Equal(new RuleGain(-4_000 / 6.0, 2, 0, 4), ThresholdGains.Of(cases, s_usual, _ => 1));
        Assert.Equal(new RuleGain(-10_000 / 6.0, 0, 2, 0), ThresholdGains.Of(cases, s_usual, _ => 0));
        Assert.Equal(new RuleGain(-6_000 / 6.0, 1, 1, 1), ThresholdGains.Of(cases, s_usual, i => cases.Said(null, i)));
    }

    [Theory]
    [MemberData(nameof(Stored))]
    public void No_threshold_is_worth_more_by_brute_force_and_gain_and_interval_are_numpys(int number)
    {
        var (cases, values, test) = (Read(s_stored[number]), s_stored[number].GetProperty("values").Deserialize<double[]>()!, s_stored[number].GetProperty("test"));
        var worth = new AnswerValues(1, values[0], values[1], values[2], values[3]);
        var best = ThresholdGains.Best(cases, worth, null);
        CaseDecision stored = new(1, test.GetProperty("threshold").GetDouble());
        var told = Read(test);

        Assert.Equal(s_stored[number].GetProperty("best").GetDouble(), ThresholdGains.Of(cases, worth, i => cases.Said(best, i)).Gain, 1e-9);
        Assert.Equal(s_stored[number].GetProperty("half").GetDouble(), ThresholdGains.Of(cases, worth, i => cases.Said(null, i)).Gain, 1e-9);
        Assert.Equal(best is null, Math.Abs(s_stored[number].GetProperty("best").GetDouble() - s_stored[number].GetProperty("half").GetDouble()) < 1e-9);
        if (test.GetProperty("low").ValueKind == JsonValueKind.Number)
        {
            var (gain, more) = ThresholdGains.Ranges(told, worth, stored, stored, TestContext.Current.CancellationToken);
            var (low, high) = (test.GetProperty("low").GetDouble(), test.GetProperty("high").GetDouble());
            Assert.Equal(test.GetProperty("gain").GetDouble(), ThresholdGains.Of(told, worth, i => told.Said(stored, i)).Gain, 1e-9);
            Assert.Equal((low, high), (gain.Low, gain.High), Near((high - low) / 10));
            Assert.Equal(new ScoreRange(0, 0), more);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0.1)]
    [InlineData(1e9)]
    [InlineData(1e-9)]
    public void Values_in_another_currency_lead_to_the_same_threshold(double rate)
    {
        foreach (var (cases, v) in All())
        {
            Assert.Equal(ThresholdGains.Best(cases, v, null), ThresholdGains.Best(cases, new(v.Class, v.Found * rate, v.Missed * rate, v.FalseAlarm * rate, v.RightNo * rate), null));
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-0.3)]
    [InlineData(1e6)]
    public void What_every_answer_is_worth_more_changes_no_threshold(double more)
    {
        foreach (var (cases, v) in All())
        {
            Assert.Equal(ThresholdGains.Best(cases, v, null), ThresholdGains.Best(cases, new(v.Class, v.Found + more, v.Missed + more, v.FalseAlarm + more, v.RightNo + more), null));
        }
    }

    [Fact]
    public void Looking_for_the_other_class_with_the_values_of_the_same_answers_tells_the_same_cases_apart()
    {
        foreach (var (cases, v) in All())
        {
            var (own, other) = (ThresholdGains.Best(cases, v, null), ThresholdGains.Best(cases, new(0, v.RightNo, v.FalseAlarm, v.Missed, v.Found), null));
            Assert.Equal(
                ThresholdGains.Of(cases, v, i => cases.Said(own, i)).Gain, ThresholdGains.Of(cases, v, i => cases.Said(other, i)).Gain, 1e-9);
        }
    }

    [Fact]
    public void Of_thresholds_that_are_as_good_todays_stays_and_else_the_nearest_to_it_is_taken()
    {
        // From 0.3 (one false alarm of two found) and from 0.7 (one missed) are worth the same with equal costs.
        var cases = Cases([0.1, 0.3, 0.5, 0.7, 0.9], [0, 1, 0, 1, 1]);
        AnswerValues equal = new(1, 0, -1, -1, 0);
        CaseDecision today = new(1, 0.66);

        Assert.Equal(today, ThresholdGains.Best(cases, equal, today));
        Assert.Equal(new CaseDecision(0, 0.4), ThresholdGains.Best(cases, equal, new(0, 0.4)));
        Assert.Equal(new CaseDecision(1, 0.2), ThresholdGains.Best(cases, equal, new(1, 0.02)));
        Assert.Equal(new CaseDecision(1, 0.6), ThresholdGains.Best(cases, equal, new(1, 0.95)));
        Assert.Equal(today, ThresholdGains.Best(cases, new(1, 2, 2, 2, 2), today));
    }

    [Fact]
    public void Where_all_cases_are_of_one_class_or_equally_likely_always_or_never_saying_it_is_best()
    {
        var none = Cases([0.2, 0.6, 0.8], [0, 0, 0]);
        var all = Cases([0.2, 0.6, 0.8], [1, 1, 1]);
        var same = Cases([0.5, 0.5, 0.5], [1, 0, 0]);

        Assert.Equal(0, ThresholdGains.Of(none, s_usual, i => none.Said(ThresholdGains.Best(none, s_usual, null), i)).Gain);
        Assert.Equal(new RuleGain(0, 3, 0, 0), ThresholdGains.Of(all, s_usual, i => all.Said(ThresholdGains.Best(all, s_usual, null), i)));
        Assert.Equal(new RuleGain(-2_000 / 3.0, 1, 0, 2), ThresholdGains.Of(same, s_usual, i => same.Said(ThresholdGains.Best(same, s_usual, null), i)));
    }

    [Fact]
    public void Also_a_class_that_is_certain_can_be_said_always_or_never()
    {
        var sure = Cases([0, 1], [1, 0]);

        Assert.Equal(new CaseDecision(1, 0), ThresholdGains.Best(sure, s_usual, null));
        Assert.Equal(-500, ThresholdGains.Of(sure, s_usual, i => sure.Said(new(1, 0), i)).Gain);
        Assert.Equal(new CaseDecision(0, 0), ThresholdGains.Best(sure, new(1, 0, -1, -5, 0), null));
        Assert.Equal(new RuleGain(-500, 0, 1, 0), ThresholdGains.Of(sure, new(1, 0, -1, -5, 0), i => sure.Said(new(0, 0), i)));
    }

    [Fact]
    public void One_case_has_a_gain_and_an_interval_of_one_point()
    {
        var one = Cases([0.4], [1]);
        var best = ThresholdGains.Best(one, s_usual, null);

        Assert.Equal(new CaseDecision(1, 0.2), best);
        Assert.Equal((new ScoreRange(0, 0), new ScoreRange(5_000, 5_000)), ThresholdGains.Ranges(one, s_usual, best, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_curve_has_the_gain_of_each_of_its_thresholds()
    {
        foreach (var (cases, v) in All())
        {
            var curve = ThresholdGains.Curve(cases, v, [0.1234]);
            Assert.Contains(curve, p => p[0] == 0.1234);
            Assert.Equal(curve.OrderBy(p => p[0]), curve);
            Assert.All(curve, p => Assert.Equal(ThresholdGains.Of(cases, v, i => cases.Probability(v.Class, i) >= p[0] ? v.Class : 1 - v.Class).Gain, p[1], 1e-6));
        }
    }

    [Fact]
    public void A_hundred_thousand_cases_take_one_look_at_each_threshold()
    {
        var random = new Random(3);
        int[] truth = [.. Enumerable.Range(0, 100_000).Select(_ => random.Next(2))];
        var cases = Cases([.. truth.Select(t => Math.Clamp((random.NextDouble() * 0.8) + (t * 0.2), 0, 1))], truth);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var advice = ThresholdAdvice.Of(new("h", null, [cases with { Part = "validation" }, cases]), s_usual, null, TestContext.Current.CancellationToken)!;

        Assert.InRange(advice.Chosen!.Threshold, 0.15, 0.25);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Without_a_test_part_the_gain_is_told_where_the_threshold_was_chosen_and_without_a_validation_part_there_is_none()
    {
        var cases = Cases([0.1, 0.4, 0.6, 0.9], [0, 1, 0, 1]);

        Assert.Equal("validation", ThresholdAdvice.Of(new("h", null, [cases with { Part = "validation" }]), s_usual, null)!.Part);
        Assert.Null(ThresholdAdvice.Of(new("h", null, [cases]), s_usual, null));
    }

    [Fact]
    public void Rules_that_decide_alike_stand_once_beside_the_best_todays_always_and_never()
    {
        var cases = Cases([0.1, 0.4, 0.6, 0.9], [0, 1, 0, 1]);
        HeadCases all = new("h", new(1, 0.8), [cases with { Part = "validation" }, cases]);

        Assert.Equal([DecisionRule.Chosen, DecisionRule.Today, DecisionRule.Trained, DecisionRule.Always, DecisionRule.Never], ThresholdAdvice.Of(all, s_usual, null)!.Rules.Select(r => r.Rule));
        Assert.Equal([DecisionRule.Chosen, DecisionRule.Today, DecisionRule.Likelier, DecisionRule.Always, DecisionRule.Never], ThresholdAdvice.Of(all, s_usual, new(1, 0.8))!.Rules.Select(r => r.Rule));
    }

    private static IEnumerable<(PartCases Cases, AnswerValues Values)> All() => s_stored.EnumerateArray().Select(stored =>
        (Read(stored), stored.GetProperty("values").Deserialize<double[]>() is [var found, var missed, var alarm, var right] ? new AnswerValues(1, found, missed, alarm, right) : null!));

    private static PartCases Read(JsonElement stored) => new(
        "test", stored.GetProperty("first").Deserialize<float[]>()!, stored.GetProperty("second").Deserialize<float[]>()!, stored.GetProperty("true").Deserialize<int[]>()!);

    private static PartCases Cases(double[] second, int[] truth) => new("test", [.. second.Select(p => (float)(1 - p))], [.. second.Select(p => (float)p)], truth);

    private static EqualityComparer<(double, double)> Near(double tolerance) => EqualityComparer<(double, double)>.Create(
        (a, b) => Math.Abs(a.Item1 - b.Item1) <= tolerance && Math.Abs(a.Item2 - b.Item2) <= tolerance);
}
