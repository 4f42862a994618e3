using Builder.Graph.Catalog;

namespace Builder.Training.Schedules;

/// <summary>How far training is, as a schedule sees it.</summary>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="StepsPerEpoch">Optimizer steps in one epoch.</param>
/// <param name="Epochs">Epochs planned.</param>
public readonly record struct Progress(long Step, long StepsPerEpoch, long Epochs)
{
    /// <summary>Whole epochs done.</summary>
    public long Epoch => Step / StepsPerEpoch;

    /// <summary>Steps planned in all.</summary>
    public long TotalSteps => StepsPerEpoch * Epochs;
}

/// <summary>
/// Sets the learning rate over time. All but ReduceLROnPlateau are functions of the progress alone, in PyTorch's closed forms, so a resumed
/// run needs no memory of theirs.
/// </summary>
public abstract class Schedule
{
    /// <summary>A schedule with the parameters of its block.</summary>
    protected Schedule(BlockInstance options) => PerStep = options.Kind.FindParameter("per") is not null && options.Text("per") == "step";

    /// <summary>True where the schedule counts steps, false where it counts epochs.</summary>
    protected bool PerStep { get; }

    /// <summary>The learning rate for the next step.</summary>
    /// <param name="baseRate">The optimizer's own learning rate.</param>
    /// <param name="progress">How far training is.</param>
    public abstract double Rate(double baseRate, Progress progress);

    /// <summary>True where the schedule moves the optimizer's momentum (its first beta) as well.</summary>
    public virtual bool ChangesMomentum => false;

    /// <summary>The momentum for the next step; asked for only where <see cref="ChangesMomentum"/>.</summary>
    public virtual double Momentum(Progress progress) => throw new InvalidOperationException($"{GetType().Name} leaves the momentum alone.");

    /// <summary>Name of the score that <see cref="Observe"/> is told; null where it is not interested.</summary>
    public virtual string? Monitor => null;

    /// <summary>Told after every epoch: the watched score, such as the validation loss.</summary>
    /// <param name="value">The score.</param>
    /// <param name="baseRate">The optimizer's own learning rate.</param>
    public virtual void Observe(double value, double baseRate)
    {
    }

    /// <summary>What must be remembered in a checkpoint; empty for functions of the progress.</summary>
    public virtual IReadOnlyDictionary<string, double> Memory
    {
        get => new Dictionary<string, double>();
        set => _ = value;
    }

    /// <summary>Steps or epochs done, whichever the schedule counts.</summary>
    protected long Time(Progress progress) => PerStep ? progress.Step : progress.Epoch;

    /// <summary>Steps or epochs planned, whichever the schedule counts.</summary>
    protected long Total(Progress progress) => PerStep ? progress.TotalSteps : progress.Epochs;
}
