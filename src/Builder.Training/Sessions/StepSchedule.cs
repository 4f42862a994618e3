namespace Builder.Training.Sessions;

/// <summary>
/// On which batches of an epoch an objective works, and when its gradients have been added up long enough for a step. It begins anew with
/// every epoch.
/// </summary>
/// <param name="Every">Works on the first of so many batches.</param>
/// <param name="Accumulate">Batches of its own whose gradients make one step.</param>
/// <param name="Samples">Samples in an epoch.</param>
/// <param name="BatchSize">Samples in a batch; the last one may have fewer.</param>
/// <param name="Batches">Batches in an epoch.</param>
public sealed record StepSchedule(long Every, long Accumulate, long Samples, long BatchSize, long Batches)
{
    /// <summary>Steps in an epoch.</summary>
    public long StepsPerEpoch => DivideUp(Runs, Accumulate);

    private long Runs => DivideUp(Batches, Every);

    /// <summary>True where the objective works on this batch.</summary>
    public bool RunsOn(long batch) => batch % Every == 0;

    /// <summary>Number of the step, in its epoch, to which this batch belongs.</summary>
    public long StepOf(long batch) => batch / Every / Accumulate;

    /// <summary>True where a step follows this batch.</summary>
    public bool EndsStep(long batch) => NothingWaits(batch + 1);

    /// <summary>True where no gradients wait for a step after so many batches of the epoch.</summary>
    public bool NothingWaits(long batchesDone) => DivideUp(batchesDone, Every) is var runs && (runs % Accumulate == 0 || runs == Runs);

    /// <summary>
    /// What part of its step's samples a batch holds: gradients of mean losses, added up with these weights, are those of one large batch.
    /// </summary>
    public double Share(long batch)
    {
        if (Accumulate == 1)
        {
            return 1;
        }

        var first = StepOf(batch) * Accumulate;
        var last = Math.Min(first + Accumulate, Runs);
        var all = 0L;
        for (var run = first; run < last; run++)
        {
            all += SizeOf(run * Every);
        }

        return (double)SizeOf(batch) / all;
    }

    private long SizeOf(long batch) => Math.Min(BatchSize, Samples - (batch * BatchSize));

    private static long DivideUp(long number, long by) => (number + by - 1) / by;
}
