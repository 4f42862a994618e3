using Builder.Protocol;
using Builder.Web.Evaluate.Verdicts;

namespace Builder.Web.Tests.Evaluate;

public sealed class ConfidenceTests
{
    [Theory]
    [InlineData(29, 30, 0.833296, 0.994091)]
    [InlineData(5, 10, 0.236593, 0.763407)]
    [InlineData(0, 20, 0, 0.161125)]
    public void A_share_has_Wilsons_range(int right, int cases, double low, double high)
    {
        var range = Confidence.OfShare((double)right / cases, cases);
        Assert.Equal(low, range.Low, 1e-5);
        Assert.Equal(high, range.High, 1e-5);
    }

    [Fact]
    public void An_area_has_the_range_of_Hanley_and_McNeil()
    {
        var range = Confidence.OfRocAuc(0.9, 20, 50);
        Assert.Equal(0.80530, range.Low, 1e-4);
        Assert.Equal(0.99470, range.High, 1e-4);
    }

    [Fact]
    public void More_cases_make_the_range_of_a_mean_error_narrower()
    {
        ValuePoint[] points = [new(0, 1), new(0, 3), new(0, 2), new(0, 2)];
        var few = Confidence.OfMeanError(2, points, 4)!.Value;
        var many = Confidence.OfMeanError(2, points, 400)!.Value;
        Assert.True(many.High - many.Low < few.High - few.Low);
        Assert.Equal(2, (few.Low + few.High) / 2, 1e-9);
    }

    [Fact]
    public void Nothing_is_known_without_cases() => Assert.Equal(new Range95(0, 1), Confidence.OfShare(0.5, 0));
}
