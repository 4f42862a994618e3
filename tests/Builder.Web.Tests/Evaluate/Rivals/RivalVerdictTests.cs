using Builder.Web.Evaluate.Rivals;
using Builder.Web.Evaluate.Verdicts;

namespace Builder.Web.Tests.Evaluate.Rivals;

public sealed class RivalVerdictTests
{
    [Fact]
    public void A_network_that_a_simple_method_beats_hears_that_first_and_is_not_called_good()
    {
        var alone = RivalVerdict.Of(Evaluations.Classes(right: 97, cases: 100), null);
        var beaten = RivalVerdict.Of(Evaluations.Classes(right: 97, cases: 100), Comparisons.Worse);

        Assert.Equal((VerdictLevel.Good, VerdictLevel.Fair), (alone.Level, beaten.Level));
        Assert.StartsWith("A simple method does better (random forest)", beaten.Headline.En, StringComparison.Ordinal);
        Assert.StartsWith("It has learned something. Right for 97 of 100", beaten.Sentences[0].En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_stands_only_once()
    {
        foreach (var evaluation in new[] { Evaluations.Classes(right: 97, cases: 100), Evaluations.Values(error: 3, baseline: 13), Evaluations.Labels() })
        {
            var (alone, beside) = (RivalVerdict.Of(evaluation, null), RivalVerdict.Of(evaluation, Comparisons.Better));

            Assert.Contains(alone.BesideBaseline!, alone.Sentences);
            Assert.DoesNotContain(beside.BesideBaseline!, beside.Sentences);
            Assert.Equal(alone.Sentences.Count, beside.Sentences.Count);
            Assert.Equal(alone.Headline, beside.Headline);
            Assert.StartsWith("Your network is better", beside.Sentences[0].En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Where_no_method_could_take_part_the_verdict_stays_as_it_was()
    {
        var evaluation = Evaluations.Classes(right: 97, cases: 100);

        Assert.Equal(VerdictWriter.Of(evaluation).Sentences, RivalVerdict.Of(evaluation, Comparisons.Better with { Rivals = [] }).Sentences);
    }
}
