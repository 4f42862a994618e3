using System.Collections.Immutable;

namespace Builder.Training.Loop;

/// <summary>
/// Where a run stands, apart from its tensors: with the weights, the optimizers' memory and the random state it is all that is needed to
/// go on as if nothing had happened.
/// </summary>
public sealed record TrainingState
{
    /// <summary>Whole epochs done.</summary>
    public long Epoch { get; init; }

    /// <summary>Batches done of the next epoch.</summary>
    public long Batch { get; init; }

    /// <summary>By objective.</summary>
    public ImmutableSortedDictionary<string, ObjectiveState> Objectives { get; init; } = ImmutableSortedDictionary<string, ObjectiveState>.Empty;

    /// <summary>Value of the best epoch.</summary>
    public double? Best { get; init; }

    /// <summary>Number of the best epoch, from 1.</summary>
    public long BestEpoch { get; init; }

    /// <summary>Seconds trained before this state was saved.</summary>
    public double Seconds { get; init; }

    /// <summary>True once early stopping has ended the loop, so that more epochs would change nothing.</summary>
    public bool Done { get; init; }

    /// <summary>Fingerprint of document, data and seed: a checkpoint belongs to one run only.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>Where one objective stands.</summary>
/// <param name="Steps">Optimizer steps done.</param>
/// <param name="LossSum">Sum of this epoch's losses times samples.</param>
/// <param name="Samples">Samples of this epoch.</param>
/// <param name="Schedule">The schedule's memory.</param>
/// <param name="Optimizer">The optimizer's memory beside its tensors.</param>
public sealed record ObjectiveState(
    long Steps, double LossSum, long Samples, ImmutableSortedDictionary<string, double> Schedule,
    ImmutableSortedDictionary<string, double> Optimizer)
{
    /// <summary>The first loss of the run; null in checkpoints that were written before it was kept.</summary>
    public double? FirstLoss { get; init; }
}
