using Builder.Datasets.Randomness;

namespace Builder.Datasets.Tests.Randomness;

public class Xoshiro256Tests
{
    // From a separate implementation of the published algorithms (SplitMix64 to seed, xoshiro256** to draw).
    [Theory]
    [InlineData(1, 12966619160104079557, 9600361134598540522, 10590380919521690900, 7218738570589545383)]
    [InlineData(0, 11091344671253066420, 13793997310169335082, 1900383378846508768, 7684712102626143532)]
    [InlineData(-5, 8791545028755928964, 5330699617248168240, 12291851946624321899, 205000591157850462)]
    public void The_stream_of_a_seed_never_changes(long seed, ulong first, ulong second, ulong third, ulong fourth)
    {
        var random = new Xoshiro256(seed);

        Assert.Equal([first, second, third, fourth], [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()]);
    }

    [Fact]
    public void A_permutation_holds_every_number_once()
    {
        var order = new Xoshiro256(7).Permutation(1000);

        Assert.Equal(Enumerable.Range(0, 1000), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 1000), order);
    }

    [Fact]
    public void Every_order_of_four_values_is_about_equally_frequent()
    {
        var random = new Xoshiro256(3);
        var counts = new Dictionary<string, int>();
        for (var draw = 0; draw < 24_000; draw++)
        {
            var order = string.Concat(random.Permutation(4));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        // Chi-square with 23 degrees of freedom: 49.7 is passed by chance once in a thousand.
        Assert.InRange(counts.Values.Sum(count => Math.Pow(count - 1000, 2) / 1000), 0, 49.7);
    }

    [Fact]
    public void Fractions_lie_from_zero_to_below_one()
    {
        var random = new Xoshiro256(11);
        var drawn = Enumerable.Range(0, 10_000).Select(_ => random.NextDouble()).ToArray();

        Assert.All(drawn, value => Assert.InRange(value, 0, Math.BitDecrement(1.0)));
        Assert.InRange(drawn.Average(), 0.49, 0.51);
    }

    [Fact]
    public void A_bound_that_is_not_positive_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Xoshiro256(1).NextBelow(0));
}
