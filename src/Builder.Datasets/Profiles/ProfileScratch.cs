namespace Builder.Datasets.Profiles;

/// <summary>Memory in which columns are sorted and counted one after the other: each as long as the longest needs, and gone with the last.</summary>
internal sealed class ProfileScratch
{
    private double[] _numbers = [];
    private ulong[] _keys = [];
    private int[] _counts = [];

    /// <summary>Room for numbers.</summary>
    public Span<double> Numbers(int length) => Room(ref _numbers, length);

    /// <summary>Room for sorting them.</summary>
    public Span<ulong> Keys(int length) => Room(ref _keys, length);

    /// <summary>Room for counting, all zero.</summary>
    public Span<int> Counts(int length)
    {
        var counts = Room(ref _counts, length);
        counts.Clear();
        return counts;
    }

    private static Span<T> Room<T>(ref T[] room, int length)
    {
        if (room.Length < length)
        {
            room = GC.AllocateUninitializedArray<T>(length);
        }

        return room.AsSpan(0, length);
    }
}
