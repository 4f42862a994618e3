using Builder.Web.Evaluate.Plots;

namespace Builder.Web.Tests.Evaluate;

public sealed class PlotRowsTests
{
    [Fact]
    public void Series_share_the_rows_of_their_x()
    {
        var spec = new PlotSpec("lines", "t", "x", "y", [new("a", [[1, 10], [2, 20]], 1), new("b", [[2, 5]], 2)]);
        Assert.Equal([["1", "10", "–"], ["2", "20", "5"]], PlotRows.Of(spec));
    }

    [Fact]
    public void A_long_series_is_shortened_but_keeps_its_ends()
    {
        var spec = new PlotSpec("lines", "t", "x", "y", [new("a", [.. Enumerable.Range(0, 500).Select(i => (double[])[i, i])], 1)]);
        var rows = PlotRows.Of(spec);
        Assert.Equal(25, rows.Count);
        Assert.Equal("0", rows[0][0]);
        Assert.Equal("499", rows[^1][0]);
    }

    [Fact]
    public void A_bar_tells_its_range()
    {
        var spec = new PlotSpec("bars", "t", "x", "y", [new("a", [[0.5, 3]], 1)]) { BarWidth = 1 };
        Assert.Equal("0 … 1", PlotRows.Of(spec)[0][0]);
    }

    [Fact]
    public void Shares_are_told_in_percent()
    {
        var spec = new PlotSpec("lines", "t", "x", "y", [new("a", [[0.25, 0.925]], 1)]);
        Assert.Equal(["0.25", "92.5%"], PlotRows.Of(spec with { YPercent = true })[0]);
        Assert.Equal(["25%", "0.925"], PlotRows.Of(spec with { XPercent = true })[0]);
    }
}
