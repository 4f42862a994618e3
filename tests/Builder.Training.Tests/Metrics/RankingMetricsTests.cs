using Builder.Training.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Training.Tests.Metrics;

public class RankingMetricsTests
{
    [Fact]
    public void Roc_auc_is_the_share_of_pairs_in_the_right_order_ties_counting_half() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Scored, cases =>
        {
            (double[] scores, bool[] positive) = Split(cases);
            double right = cases.Where(a => a.Positive).Sum(a => cases.Where(b => !b.Positive).Sum(b => a.Score > b.Score ? 1 : a.Score == b.Score ? 0.5 : 0));
            double pairs = cases.Count(a => a.Positive) * (double)cases.Count(b => !b.Positive);
            double? area = RankingMetrics.RocAuc(scores, positive);
            return pairs == 0 ? area is null : Math.Abs(area!.Value - (right / pairs)) < 1e-12;
        }));

    [Fact]
    public void The_order_of_the_cases_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Scored, cases =>
        {
            (double[] scores, bool[] positive) = Split(cases);
            (double[] backwards, bool[] labels) = Split([.. cases.Reverse()]);
            return RankingMetrics.RocAuc(scores, positive) == RankingMetrics.RocAuc(backwards, labels)
                && RankingMetrics.PrAuc(scores, positive) == RankingMetrics.PrAuc(backwards, labels)
                && RankingMetrics.BestF1(scores, positive) == RankingMetrics.BestF1(backwards, labels);
        }));

    [Fact]
    public void A_million_cases_are_scored_without_comparing_each_with_each()
    {
        var random = new Random(5);
        double[] scores = [.. Enumerable.Range(0, 1_000_000).Select(_ => random.NextDouble())];
        bool[] positive = [.. scores.Select(score => random.NextDouble() < score)];
        var clock = System.Diagnostics.Stopwatch.StartNew();

        double? area = RankingMetrics.RocAuc(scores, positive);

        // P(positive) = score, score uniform: the area is 5/6.
        Assert.Equal(5.0 / 6, area!.Value, 0.002);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"{clock.Elapsed}");
    }

    private static Arbitrary<(double Score, bool Positive)[]> Scored { get; } =
        (from score in Gen.Choose(0, 6) from positive in Gen.Elements(true, false) select (score / 2.0, positive)).ArrayOf().ToArbitrary();

    private static (double[] Scores, bool[] Positive) Split((double Score, bool Positive)[] cases) =>
        ([.. cases.Select(c => c.Score)], [.. cases.Select(c => c.Positive)]);
}
