using Builder.Datasets.Randomness;

namespace Builder.Training.DataLoading;

/// <summary>The order of the training samples in an epoch: a function of seed and epoch alone, so a resumed run needs no memory of it.</summary>
public static class SampleOrder
{
    /// <summary>A random permutation of <paramref name="starts"/>.</summary>
    public static long[] Shuffled(long[] starts, long seed, long epoch)
    {
        var order = (long[])starts.Clone();
        new Xoshiro256(unchecked((seed * 1_000_003) + epoch)).Shuffle(order.AsSpan());
        return order;
    }
}
