using Builder.Datasets.Randomness;

namespace Builder.Training.Explanations;

/// <summary>
/// Shapley values of any function of coalitions: how much each player adds, averaged over all orders in which they may join. They add up to what all of them reach over what
/// none does. Sources: Štrumbelj and Kononenko 2014, https://doi.org/10.1007/s10115-013-0679-x; Lundberg and Lee 2017, https://arxiv.org/abs/1705.07874.
/// </summary>
public static class ShapleyValues
{
    /// <summary>The values themselves, over all 2^players coalitions.</summary>
    /// <param name="players">How many there are, at least one; the work doubles with each.</param>
    /// <param name="worth">What coalitions are worth, in their order. Each has shape [players]: who has joined.</param>
    public static ShapleyResult Exact(int players, Func<IReadOnlyList<bool[]>, double[]> worth)
    {
        ArgumentNullException.ThrowIfNull(worth);
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, 20);
        var all = worth([.. Enumerable.Range(0, 1 << players).Select(set => Enumerable.Range(0, players).Select(p => (set >> p & 1) == 1).ToArray())]);
        double[] weights = [.. Enumerable.Range(0, players).Select(size => Weight(size, players))];
        var values = new double[players];
        for (var set = 0; set < all.Length; set++)
        {
            var weight = weights[Math.Min(System.Numerics.BitOperations.PopCount((uint)set), players - 1)];
            for (var player = 0; player < players; player++)
            {
                if ((set >> player & 1) == 0)
                {
                    values[player] += weight * (all[set | (1 << player)] - all[set]);
                }
            }
        }

        return new(all[0], all[^1], values, null, null);
    }

    /// <summary>
    /// Estimates from random orders, each followed by its reverse (Mitchell and others 2022, https://jmlr.org/papers/v23/21-0439.html): a pair says more than two orders that
    /// know nothing of each other. What an order adds up to does not depend on it, so the estimates add up as the values do.
    /// </summary>
    /// <param name="players">How many there are, at least one.</param>
    /// <param name="pairs">How many pairs of orders to try, at least two.</param>
    /// <param name="seed">The same seed gives the same orders.</param>
    /// <param name="worth">What coalitions are worth, in their order. Each has shape [players]: who has joined.</param>
    /// <param name="goesOn">Asked behind each pair from the second on, and says whether there is time for another.</param>
    public static ShapleyResult Sampled(int players, int pairs, long seed, Func<IReadOnlyList<bool[]>, double[]> worth, Func<bool>? goesOn = null)
    {
        ArgumentNullException.ThrowIfNull(worth);
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        if (worth([new bool[players], [.. Enumerable.Repeat(true, players)]]) is not [var none, var everyone])
        {
            throw new ArgumentException("Each coalition has one worth.", nameof(worth));
        }

        var random = new Xoshiro256(seed);
        int[] order = [.. Enumerable.Range(0, players)];
        var (means, squares, tried) = (new double[players], new double[players], 0);
        do
        {
            random.Shuffle(order.AsSpan());
            var forth = Joining(order, none, everyone, worth);
            var back = Joining([.. order.Reverse()], none, everyone, worth);
            tried++;
            for (var player = 0; player < players; player++)
            {
                // Welford's running mean and sum of squares.
                var pair = (forth[player] + back[player]) / 2;
                var off = pair - means[player];
                means[player] += off / tried;
                squares[player] += off * (pair - means[player]);
            }
        }
        while (tried < pairs && (tried < 2 || goesOn?.Invoke() != false));

        var count = tried;
        return new(none, everyone, means, [.. squares.Select(sum => Math.Sqrt(sum / (count - 1) / count))], 2 * tried);
    }

    // What each player adds who joins those before him.
    private static double[] Joining(int[] order, double none, double everyone, Func<IReadOnlyList<bool[]>, double[]> worth)
    {
        var joined = new bool[order.Length];
        var coalitions = new List<bool[]>();
        foreach (var player in order[..^1])
        {
            joined[player] = true;
            coalitions.Add((bool[])joined.Clone());
        }

        double[] worths = [none, .. coalitions.Count > 0 ? worth(coalitions) : [], everyone];
        var added = new double[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            added[order[place]] = worths[place + 1] - worths[place];
        }

        return added;
    }

    // The share of all orders in which just these so many have come before a player.
    private static double Weight(int size, int players)
    {
        var choices = 1.0;
        for (var i = 0; i < size; i++)
        {
            choices = choices * (players - 1 - i) / (i + 1);
        }

        return 1 / (players * choices);
    }
}

/// <summary>Shapley values.</summary>
/// <param name="None">What the coalition of nobody is worth.</param>
/// <param name="Everyone">What the coalition of all is worth: that of nobody and all values.</param>
/// <param name="Values">Shape [players].</param>
/// <param name="StandardErrors">Shape [players]: how far estimates are off by chance; null where the values are exact.</param>
/// <param name="Orders">How many orders were tried; null where the values are exact.</param>
public sealed record ShapleyResult(double None, double Everyone, double[] Values, double[]? StandardErrors, int? Orders);
