using Builder.Graph.Shapes;

namespace Builder.Graph.Tests.Shapes;

public class DimTests
{
    private static readonly Dim T = Dim.Symbol("T");

    [Fact]
    public void What_is_taken_from_a_symbol_and_given_back_leaves_the_symbol()
    {
        Assert.Equal(T, T - 2 + 2);
        Assert.Equal("T-2", (T - 2).ToString());
        Assert.Equal("T+3", (3 + T).ToString());
        Assert.NotEqual(T, T + 1);
    }

    [Fact]
    public void Products_and_quotients_of_symbols_keep_their_meaning_in_writing()
    {
        Assert.Equal("(T-2)·8", ((T - 2) * 8).ToString());
        Assert.Equal("⌊(T-2)/2⌋+1", (((T - 2) / 2) + 1).ToString());
        Assert.Equal(T, T * 1);
        Assert.Equal(T, T / 1);
        Assert.Equal("N+T", (Dim.Batch + T).ToString());
        Assert.Equal("(N+T)·2", ((Dim.Batch + T) * 2).ToString());
    }

    [Theory]
    [InlineData(7, 2, 3)]
    [InlineData(-1, 2, -1)]
    [InlineData(-4, 2, -2)]
    [InlineData(0, 5, 0)]
    public void Known_sizes_divide_rounding_down(long size, long by, long quotient) => Assert.Equal(quotient, (Dim.Of(size) / by).Size);

    [Fact]
    public void A_product_beyond_all_numbers_stays_at_the_largest_and_does_not_turn_negative()
    {
        Assert.Equal(long.MaxValue, (Dim.Of(1L << 40) * (1L << 40)).Size);
        Assert.Equal(long.MaxValue, (Dim.Of(long.MaxValue) + 1).Size);
    }

    [Fact]
    public void A_symbol_has_no_size()
    {
        Assert.False(T.IsKnown);
        Assert.Equal(0, (T + 5).Size);
        Assert.True(Dim.Of(0).IsKnown);
    }
}
