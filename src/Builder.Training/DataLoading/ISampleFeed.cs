using Builder.Training.Programs;

namespace Builder.Training.DataLoading;

/// <summary>Samples in an order of their own, fed batch by batch.</summary>
public interface ISampleFeed : IBatchSource
{
    /// <summary>Number of samples.</summary>
    long Samples { get; }

    /// <summary>Samples of the current batch.</summary>
    long BatchSize { get; }

    /// <summary>Moves to the batch of <paramref name="count"/> samples that begins at <paramref name="first"/>; the last one may have fewer.</summary>
    void MoveTo(long first, long count);
}
