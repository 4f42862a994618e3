namespace Builder.Datasets.Columns;

/// <summary>
/// What steps over a large table leave behind. The runtime lets large arrays lie until several times as much as is in use was made of them; whoever works through many
/// columns of a large table has them collected now and then, which takes milliseconds, for there are few objects.
/// </summary>
internal struct Leftovers
{
    /// <summary>A table of fewer rows leaves too little behind to be worth it.</summary>
    public const int ManyRows = 1 << 18;

    private const long Most = 32L << 20;

    private long _from;

    /// <summary>Collects them where this thread has made many since it was asked last.</summary>
    public void Collect()
    {
        var now = GC.GetAllocatedBytesForCurrentThread();
        if (now - _from >= Most)
        {
            GC.Collect();
            _from = now;
        }
    }
}
