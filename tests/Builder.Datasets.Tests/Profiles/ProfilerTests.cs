using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;

namespace Builder.Datasets.Tests.Profiles;

public class ProfilerTests
{
    [Fact]
    public void Numbers_are_summed_up_as_numpy_does()
    {
        double[] values = [3.5, -1, 2, double.NaN, 2, 8, 0.25, 7, 7, 7, 100];
        var profile = Profiler.Profile(new NumberColumn("n", values));
        Assert.Equal((11, 1, 7), (profile.Count, profile.Missing, profile.Distinct));
        var numbers = profile.Numbers!;
        Assert.Equal((-1, 100), (numbers.Minimum, numbers.Maximum));
        Assert.Equal(13.575, numbers.Mean, 12);
        Assert.Equal(28.964644396228998, numbers.StandardDeviation, 12);
        double[] quantiles = [-0.4375, 2, 5.25, 7, 58.6];
        Assert.All(quantiles.Zip(numbers.Quantiles), pair => Assert.Equal(pair.First, pair.Second, 12));
        Assert.Equal([5, 4, .. new int[17], 1], numbers.Histogram);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Many_numbers_are_sorted_as_comparing_them_does(int count)
    {
        var random = new Random(count);
        Span<byte> bytes = stackalloc byte[8];
        for (var round = 0; round < 20; round++)
        {
            var values = new double[count];
            for (var i = 0; i < count; i++)
            {
                random.NextBytes(bytes);
                values[i] = random.Next(5) switch
                {
                    0 => random.Next(-5, 5),
                    1 => Math.Round((random.NextDouble() - 0.5) * 1e6, 2),
                    2 => random.Next(2) == 0 ? double.MaxValue : double.Epsilon,
                    _ => BitConverter.ToDouble(bytes) is var any && double.IsFinite(any) ? any : 0,
                };
            }

            var expected = values.Select(v => v + 0.0).Order().ToArray();
            NumberSorting.Sort(values);
            Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), values.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void Texts_are_counted_the_most_frequent_first()
    {
        var profile = Profiler.Profile(new TextColumn("t", ["b", null, "a", "c", "a", "b"]));
        Assert.Equal((6, 1, 3), (profile.Count, profile.Missing, profile.Distinct));
        Assert.Equal([new("b", 2), new("a", 2), new("c", 1)], profile.Top);
    }

    [Fact]
    public void Of_many_texts_the_most_frequent_are_those_of_sorting_all()
    {
        var random = new Random(8);
        for (var round = 0; round < 60; round++)
        {
            var different = random.Next(1, 90);
            string?[] values = [.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => random.Next(9) == 0 ? null : $"text {random.Next(different) * random.Next(2)}")];
            var expected = values.OfType<string>().CountBy(v => v).OrderByDescending(c => c.Value).Take(20).Select(c => new ValueCount(c.Key, c.Value));
            var profile = Profiler.Profile(new TextColumn("t", values));
            Assert.Equal(expected, profile.Top);
            Assert.Equal((values.Length, values.Count(v => v is null), values.OfType<string>().Distinct().Count()), (profile.Count, profile.Missing, profile.Distinct));
        }
    }

    [Fact]
    public void A_constant_column_one_of_huge_numbers_and_one_without_values_are_summed_up()
    {
        var constant = Profiler.Profile(new NumberColumn("n", [4, 4])).Numbers!;
        Assert.Equal((4, 0, 2), (constant.Mean, constant.StandardDeviation, constant.Histogram[0]));
        var huge = Profiler.Profile(new NumberColumn("n", [-1.7e308, 1.7e308])).Numbers!;
        Assert.Equal((0, 1.7e308), (huge.Mean, huge.StandardDeviation));
        Assert.Equal((1, 1), (huge.Histogram[0], huge.Histogram[^1]));
        Assert.Null(Profiler.Profile(new NumberColumn("n", [double.NaN])).Numbers);
        Assert.Empty(Profiler.Profile(new TextColumn("t", [null])).Top);
    }
}
