using Builder.Training.Explanations;

namespace Builder.Training.Tests.Explanations;

public sealed class ShapleyValuesTests
{
    /// <summary>The glove game: one left glove and two right ones, a pair is worth 1. The left one gets 2/3, each right one 1/6 (Shapley 1953, textbook example).</summary>
    [Fact]
    public void The_glove_game_is_shared_as_in_textbooks()
    {
        var result = ShapleyValues.Exact(3, Gloves);

        Assert.Equal([2 / 3.0, 1 / 6.0, 1 / 6.0], result.Values, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal((0, 1, null), (result.None, result.Everyone, result.Orders));
    }

    [Fact]
    public void Random_orders_come_to_the_same_within_their_errors_and_say_how_many_they_are()
    {
        var result = ShapleyValues.Sampled(3, 500, 7, Gloves);

        Assert.Equal(1000, result.Orders);
        double[] exact = [2 / 3.0, 1 / 6.0, 1 / 6.0];
        Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(Math.Abs(result.Values[i] - exact[i]), 0, 4 * result.StandardErrors![i]));
        Assert.Equal(1, result.Values.Sum(), 1e-9);
        Assert.Equal(result.Values, ShapleyValues.Sampled(3, 500, 7, Gloves).Values);
        Assert.NotEqual(result.Values, ShapleyValues.Sampled(3, 500, 8, Gloves).Values);
    }

    /// <summary>The standard error is that of the mean of the pairs: over many seeds the estimates scatter as it says.</summary>
    [Fact]
    public void Estimates_scatter_as_their_standard_errors_say()
    {
        var results = Enumerable.Range(0, 400).Select(seed => ShapleyValues.Sampled(3, 30, seed, Gloves)).ToList();
        var values = results.Select(r => r.Values[0]).ToList();
        var scatter = Math.Sqrt(values.Average(v => (v - values.Average()) * (v - values.Average())));

        Assert.Equal(1, scatter / results.Average(r => r.StandardErrors![0]), 0.15);
    }

    [Fact]
    public void With_no_time_left_two_pairs_are_tried()
    {
        Assert.Equal(4, ShapleyValues.Sampled(3, 500, 7, Gloves, () => false).Orders);
        Assert.Equal([1.0], ShapleyValues.Sampled(1, 2, 7, some => [.. some.Select(c => c[0] ? 1.0 : 0)]).Values);
    }

    private static double[] Gloves(IReadOnlyList<bool[]> coalitions) => [.. coalitions.Select(c => c[0] && (c[1] || c[2]) ? 1.0 : 0)];
}
