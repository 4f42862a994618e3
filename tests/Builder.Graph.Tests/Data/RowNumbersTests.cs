using System.Text.Json;
using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public class RowNumbersTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("3", 1)]
    [InlineData("3, 7-12", 7)]
    [InlineData("1-2147483647", 2147483647)]
    public void What_is_written_is_read_again(string text, long count)
    {
        Assert.True(RowNumbers.TryParse(text, out var numbers));
        Assert.Equal(count, numbers.Count);
        Assert.Equal(text, numbers.ToString());
        Assert.Equal(numbers, JsonSerializer.Deserialize<RowNumbers>(JsonSerializer.Serialize(numbers, DataJson.Options), DataJson.Options));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("5, 3")]
    [InlineData("3-1")]
    [InlineData("1-2-3")]
    [InlineData("1,,2")]
    [InlineData("1-5, 5")]
    [InlineData("2147483648")]
    [InlineData("a")]
    public void What_is_no_set_of_rows_is_refused(string? text) => Assert.False(RowNumbers.TryParse(text, out _));

    [Fact]
    public void Neighbours_become_one_range() =>
        Assert.Equal("1-3, 5", RowNumbers.Of(5, 2, 1, 3, 2).ToString());

    [Fact]
    public void Union_and_difference_are_those_of_sets() => Properties.Check(300, 2, seeds =>
    {
        var random = new Random(seeds[0]);
        int[] Draw() => [.. Enumerable.Range(1, 20).Where(_ => random.Next(2) == 0)];
        var (a, b) = (Draw(), Draw());
        Assert.Equal(RowNumbers.Of(a.Union(b)), RowNumbers.Of(a).Union(RowNumbers.Of(b)));
        Assert.Equal(RowNumbers.Of(a.Except(b)), RowNumbers.Of(a).Except(RowNumbers.Of(b)));
        Assert.All(Enumerable.Range(0, 23), n => Assert.Equal(a.Contains(n), RowNumbers.Of(a).Contains(n)));
    });

    [Fact]
    public void The_size_of_a_range_costs_nothing()
    {
        Assert.True(RowNumbers.TryParse("1-2147483647", out var all));
        Assert.Equal("1-4, 6-2147483647", all.Except(RowNumbers.Of(5)).ToString());
        Assert.Equal(all, all.Except(RowNumbers.Of(5)).Union(RowNumbers.Of(5)));
    }

    [Theory]
    [InlineData("3, 7-12", 2, "5, 9-14")]
    [InlineData("1-4, 9", -3, "1, 6")]
    [InlineData("1-4", -4, "")]
    [InlineData("2, 5-2147483647", 10, "12, 15-2147483647")]
    [InlineData("1-2147483647", -1, "1-2147483646")]
    public void Rows_are_moved_without_looking_at_each(string rows, int by, string moved)
    {
        Assert.True(RowNumbers.TryParse(rows, out var numbers));
        Assert.Equal(moved, numbers.MovedBy(by).ToString());
    }
}
