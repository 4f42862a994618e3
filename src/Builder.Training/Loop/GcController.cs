using Builder.Training.Native;

namespace Builder.Training.Loop;

/// <summary>
/// Collects short-lived objects in small portions. Left alone, the runtime waits until they fill a share of the processor's cache, which on
/// a server means that the memory of a run creeps up for many epochs; a small portion is collected in well under a millisecond.
/// </summary>
internal sealed class GcController
{
    private const long StepPortion = 4 << 20;
    private const long EpochPortion = 1 << 20;
    private long _collectedAt;
    private long _fullyCollectedAt;

    /// <summary>To be called after every step, on the run's own thread.</summary>
    public void CollectAfterStep()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated - _collectedAt >= StepPortion)
        {
            _collectedAt = allocated;
            GC.Collect(generation: 1, GCCollectionMode.Forced, blocking: true);
        }
    }

    /// <summary>To be called after every epoch: scores and checkpoints leave larger objects behind, which only a full collection frees.</summary>
    public void CollectAfterEpoch()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated - _fullyCollectedAt >= EpochPortion)
        {
            _collectedAt = _fullyCollectedAt = allocated;
            GC.Collect();
            MemoryReuse.Release();
        }
    }
}
