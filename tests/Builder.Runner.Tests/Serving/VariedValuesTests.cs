using Builder.Runner.Serving;

namespace Builder.Runner.Tests.Serving;

public sealed class VariedValuesTests
{
    [Theory]
    [InlineData(0, 100, 21, 5)]
    [InlineData(1, 6.9, 21, 1.295)]
    [InlineData(0, 1, 21, 0.05)]
    [InlineData(1, 5, 5, 2)]
    [InlineData(-3e-7, 3e-7, 21, -2.7e-7)]
    [InlineData(0, 2_000_000, 21, 100_000)]
    public void Numbers_go_from_end_to_end_and_what_is_counted_in_whole_steps(double low, double high, int count, double second)
    {
        var values = VariedValues.Of(new("x", "number", null, null, 10, 11, null, false, null) { Least = low, Most = high }, "3").Select(v => double.Parse(v.Text!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(count, values.Length);
        Assert.Equal((low, second, high), (values[0], values[1], values[^1]));
        Assert.Equal(values.Order().Distinct(), values);
    }

    [Fact]
    public void Of_many_categories_some_are_tried_and_the_one_that_the_row_holds_is_among_them()
    {
        string[] all = [.. Enumerable.Range(0, 30).Select(i => $"c{i}")];
        var tried = VariedValues.Of(new("x", "category", null, all, null, null, null, false, null), "c25").Select(v => v.Text!).ToArray();

        Assert.Equal([.. all.Take(19), "c25"], tried);
        Assert.Equal(all.Take(3), VariedValues.Of(new("x", "category", null, all[..3], null, null, null, false, null), "c2").Select(v => v.Text!));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("date")]
    [InlineData("picture")]
    [InlineData("labels")]
    [InlineData("number")]
    public void Of_what_holds_neither_nothing_is_tried(string kind) => Assert.Empty(VariedValues.Of(new("x", kind, null, ["a", "b"], 4, 4, null, false, null), "1"));
}
