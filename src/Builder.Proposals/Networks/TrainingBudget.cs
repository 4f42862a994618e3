namespace Builder.Proposals.Networks;

/// <summary>How long to train so that it takes about a minute on a laptop.</summary>
/// <param name="Epochs">Passes over the training data.</param>
/// <param name="Batch">Samples before weights change once.</param>
/// <param name="Patience">Epochs without progress after which training stops.</param>
internal sealed record TrainingBudget(long Epochs, long Batch, long Patience)
{
    /// <summary>What a laptop does in a minute: multiplications of forward and backward passes.</summary>
    private const double OperationsPerMinute = 2.5e11;

    /// <summary>What one step costs besides its multiplications, in the same measure.</summary>
    private const double OperationsPerStep = 1.5e6;

    /// <summary>Forward and backward together cost about this many forward passes.</summary>
    private const double PassesPerSample = 3;

    /// <summary>A budget for so many samples of so many multiplications each.</summary>
    public static TrainingBudget For(long samples, double multiplications, long most)
    {
        var batch = samples switch { < 200 => 8L, < 2_000 => 16, < 10_000 => 32, < 100_000 => 64, _ => 256 };
        var steps = Math.Ceiling(samples / (double)batch);
        var epoch = (samples * multiplications * PassesPerSample) + (steps * OperationsPerStep * PassesPerSample);
        var epochs = (long)Math.Clamp(OperationsPerMinute / Math.Max(epoch, 1), 1, most);
        return new TrainingBudget(epochs, batch, PatienceOf(epochs)) { OperationsPerEpoch = epoch };
    }

    /// <summary>Multiplications of an epoch.</summary>
    public double OperationsPerEpoch { get; private init; }

    /// <summary>Epochs that a laptop does in so many seconds, at most as many as planned.</summary>
    public long EpochsIn(double seconds) => (long)Math.Min(Epochs, OperationsPerMinute / 60 * seconds / Math.Max(OperationsPerEpoch, 1));

    /// <summary>The same with so many epochs.</summary>
    public TrainingBudget Of(long epochs) => this with { Epochs = epochs, Patience = PatienceOf(epochs) };

    private static long PatienceOf(long epochs) => epochs < 6 ? 0 : Math.Max(4, epochs / 5);
}
