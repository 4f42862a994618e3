using Builder.Graph.Metrics;

namespace Builder.Training.Loop;

/// <summary>Keeps track of the best epoch and tells when waiting for a better one has taken too long.</summary>
/// <param name="patience">Epochs without improvement after which to stop; 0 for never.</param>
/// <param name="watched">What is compared.</param>
public sealed class EarlyStopping(long patience, MetricDefinition watched)
{
    /// <summary>Value of the best epoch; null before the first.</summary>
    public double? Best { get; private set; }

    /// <summary>Number of the best epoch, from 1; 0 before the first.</summary>
    public long BestEpoch { get; private set; }

    /// <summary>Takes note of an epoch; true where it is the best so far.</summary>
    public bool Observe(long epoch, double value)
    {
        var better = double.IsFinite(value) && (Best is not { } best || watched.IsBetter(value, best));
        if (better)
        {
            (Best, BestEpoch) = (value, epoch);
        }

        return better;
    }

    /// <summary>True where training should end after <paramref name="epoch"/>.</summary>
    public bool ShouldStop(long epoch) => patience > 0 && epoch - BestEpoch >= patience;

    /// <summary>Takes over the memory of a checkpoint.</summary>
    public void Restore(double? best, long bestEpoch) => (Best, BestEpoch) = (best, bestEpoch);
}
