using System.Runtime.InteropServices;
using Builder.Datasets.Randomness;

namespace Builder.Datasets.Checks;

/// <summary>Items that share a key in one of several tables, the latest first: what may be alike is looked for among them.</summary>
/// <param name="items">How many items there may be.</param>
/// <param name="tables">How many tables.</param>
internal sealed class Buckets(int items, int tables)
{
    // Most keys are met once; one that grows leaves copies behind.
    private readonly Dictionary<ulong, int> _last = new(items * tables);
    private readonly int[] _before = new int[items * tables];

    /// <summary>The latest item of a key; −1 where there is none.</summary>
    public int Last(int table, ulong key) => _last.TryGetValue(Of(table, key), out var item) ? item : -1;

    /// <summary>The item before another one under the same key; −1 where there is none.</summary>
    public int Before(int table, int item) => _before[(item * tables) + table];

    /// <summary>Puts an item under a key.</summary>
    public void Add(int table, ulong key, int item)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, Of(table, key), out var exists);
        _before[(item * tables) + table] = exists ? last : -1;
        last = item;
    }

    private static ulong Of(int table, ulong key) => key ^ Xoshiro256.Mixed((ulong)table);
}
