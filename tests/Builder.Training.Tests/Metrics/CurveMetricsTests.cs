using Builder.Training.Metrics;

namespace Builder.Training.Tests.Metrics;

public sealed class CurveMetricsTests
{
    [Fact]
    public void The_curves_of_a_small_case_are_those_of_scikit_learn()
    {
        // The example of sklearn.metrics.roc_curve and precision_recall_curve.
        double[] scores = [0.1, 0.4, 0.35, 0.8];
        bool[] positive = [false, false, true, true];

        Assert.Equal(
            [(0, 0, double.PositiveInfinity), (0, 0.5, 0.8), (0.5, 0.5, 0.4), (0.5, 1, 0.35), (1, 1, 0.1)],
            CurveMetrics.Roc(scores, positive).Select(p => (p.X, p.Y, p.Threshold)));
        Assert.Equal(
            [(0, 1, double.PositiveInfinity), (0.5, 1, 0.8), (0.5, 0.5, 0.4), (1, 2 / 3.0, 0.35)],
            CurveMetrics.PrecisionRecall(scores, positive).Select(p => (p.X, p.Y, p.Threshold)));
    }

    [Theory]
    [InlineData(20, 1_000)]
    [InlineData(3_000, 200)]
    [InlineData(3_000, 5)]
    public void The_area_under_the_roc_curve_is_the_score_of_that_name_and_thinning_hardly_changes_it(int cases, int most)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (scores, positive) = Cases(seed, cases);
            var curve = CurveMetrics.Roc(scores, positive, most);
            var area = curve.Zip(curve.Skip(1), (a, b) => (b.X - a.X) * (a.Y + b.Y) / 2).Sum();

            Assert.InRange(curve.Count, 2, most);
            Assert.Equal(RankingMetrics.RocAuc(scores, positive)!.Value, area, most > cases ? 1e-12 : most == 5 ? 0.2 : 0.005);
            Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.First.X <= pair.Second.X && pair.First.Y <= pair.Second.Y));
            Assert.Equal((1.0, 1.0), (curve[^1].X, curve[^1].Y));
        }
    }

    [Fact]
    public void The_precision_recall_curve_steps_up_to_the_average_precision()
    {
        var (scores, positive) = Cases(1, 500);
        var curve = CurveMetrics.PrecisionRecall(scores, positive, 10_000);

        Assert.Equal(RankingMetrics.PrAuc(scores, positive)!.Value, curve.Zip(curve.Skip(1), (a, b) => (b.X - a.X) * b.Y).Sum(), 1e-12);
        Assert.Equal(1, curve[^1].X);
    }

    [Fact]
    public void Cases_of_one_kind_have_no_curve()
    {
        Assert.Empty(CurveMetrics.Roc([0.1, 0.9], [true, true]));
        Assert.Empty(CurveMetrics.PrecisionRecall([0.1, 0.9], [false, false]));
    }

    [Fact]
    public void Calibration_tells_how_often_it_was_so_in_each_tenth()
    {
        var bins = CurveMetrics.Calibration([0, 0.05, 0.55, 0.58, 1], [false, true, true, true, true]);

        Assert.Equal([(0.025, 0.5, 2L), (0.565, 1.0, 2L), (1.0, 1.0, 1L)], bins.Select(b => (Math.Round(b.Probability, 9), b.Share, b.Cases)));
    }

    [Fact]
    public void A_histogram_counts_every_value_once_and_the_end_belongs_to_the_last_bin() =>
        Assert.Equal([2L, 1, 1, 2], CurveMetrics.Histogram([0, 0.9, 1, 2.5, 3, 4], 0, 4, 4));

    private static (double[] Scores, bool[] Positive) Cases(int seed, int count)
    {
        var random = new Random(seed);
        double[] scores = [.. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble(), 2 + (seed % 3)))];
        bool[] positive = [.. scores.Select((score, i) => i == 0 || (i != 1 && random.NextDouble() < score))];
        return (scores, positive);
    }
}
