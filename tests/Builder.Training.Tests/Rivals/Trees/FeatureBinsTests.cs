using Builder.Training.Rivals.Trees;

namespace Builder.Training.Tests.Rivals.Trees;

public sealed class FeatureBinsTests
{
    [Fact]
    public void Few_values_have_a_bin_each_with_borders_half_way()
    {
        var bins = new FeatureBins([1, 5, 3, 5, 1, 5, 5, 5], 2);

        Assert.Equal((3, 1), (bins.Bins(0), bins.Bins(1)));
        Assert.Equal([2f, 4f], Enumerable.Range(0, 2).Select(bin => bins.Edge(0, bin)));
        Assert.Equal([0, 1, 0, 2, 0, 0, 0, 0], bins.Of([1, 5, 3, 5, 1, 5, 5, 5]).Select(b => (int)b));
        Assert.Equal([0, 2, 0, 0], bins.Of([-100, 0, 100, 0]).Select(b => (int)b));
    }

    [Fact]
    public void Many_values_share_bins_of_about_the_same_size()
    {
        float[] values = [.. Enumerable.Range(0, 5_000).Select(i => (float)Math.Pow(i * 7919 % 5_000, 2))];
        var bins = new FeatureBins(values, 1);
        var sizes = bins.Of(values).CountBy(bin => bin).Select(c => c.Value).ToArray();

        Assert.InRange(sizes.Length, 250, 256);
        Assert.InRange(sizes.Max(), 1, 25);
    }

    [Fact]
    public void One_value_that_is_nearly_everywhere_takes_no_bins_from_the_others()
    {
        var bins = new FeatureBins([.. Enumerable.Range(0, 20_000).Select(i => i < 19_000 ? 0f : i)], 1);

        Assert.InRange(bins.Bins(0), 10, 20);
    }
}
