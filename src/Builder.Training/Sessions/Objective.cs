using Builder.Graph.Analysis;
using Builder.Training.Layers;
using Builder.Training.Optimizers;
using Builder.Training.Programs;
using Builder.Training.Schedules;

namespace Builder.Training.Sessions;

/// <summary>
/// One optimizer of the document with the loss that it makes small and the weights that it may change. A document with several has several
/// objectives; they take their steps in turn on every batch, in the order of their names.
/// </summary>
public sealed class Objective : IDisposable
{
    private Objective(
        TrainingProgram program, OptimizerSummary summary, bool bfloat16, Func<long, StepSchedule> cadence, Func<string, WatchedScore> watch)
    {
        var node = program.Graph.Nodes[summary.Node];
        Node = node;
        Loss = summary.Loss;
        LossName = summary.LossName;
        Plan = program.Plan(Loss);
        Trained = program.Trainable(summary.Trains);
        Chain = bfloat16 ? null : LayerChain.Of(program, Loss, Trained);
        Schedule = summary.Schedule is { } schedule ? ScheduleFactory.Create(program.Graph.Nodes[schedule].Instance!) : null;
        ScheduleWatches = Schedule?.Monitor is { } score ? watch(score) : null;
        Optimizer = OptimizerFactory.Create(node.Instance!, Trained);
        BaseRate = node.Instance!.Real("lr");
        StepSchedule = cadence(node.Instance.Int("every"));
        ClipNorm = node.Instance.Real("clip_grad_norm");
    }

    /// <summary>The optimizer's node.</summary>
    public FlatNode Node { get; }

    /// <summary>Name in reports: the block's id.</summary>
    public string Name => Node.Path;

    /// <summary>Name of its loss in events and results.</summary>
    public string LossName { get; }

    /// <summary>The score that its schedule watches; null where the schedule watches what the training plan does, or there is none.</summary>
    public WatchedScore? ScheduleWatches { get; }

    /// <summary>The number that is made small.</summary>
    public FlatSource Loss { get; }

    /// <summary>Computes the loss.</summary>
    public ExecutionPlan Plan { get; }

    /// <summary>Computes loss and gradients in one call; null where the network is no simple chain.</summary>
    public LayerChain? Chain { get; }

    /// <summary>The weights that may change.</summary>
    public IReadOnlyList<NamedTensor> Trained { get; }

    /// <summary>Changes them.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Sets the learning rate over time; null for a constant one.</summary>
    public Schedule? Schedule { get; }

    /// <summary>The optimizer's own learning rate.</summary>
    public double BaseRate { get; }

    /// <summary>On which batches it works, and when it takes a step.</summary>
    public StepSchedule StepSchedule { get; }

    /// <summary>Largest joint norm of the gradients; 0 for no limit.</summary>
    public double ClipNorm { get; }

    /// <summary>All objectives of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="analysis">The analysis that it was compiled from.</param>
    /// <param name="bfloat16">Compute in bfloat16 where that is safe.</param>
    /// <param name="cadence">The cadence of an objective that takes part in every n-th batch.</param>
    /// <param name="watch">The score of a name, for schedules that follow one.</param>
    public static IReadOnlyList<Objective> Of(
        TrainingProgram program, GraphAnalysis analysis, bool bfloat16, Func<long, StepSchedule> cadence, Func<string, WatchedScore> watch) =>
    [
        .. analysis.Optimizers
            .Select(summary => new Objective(program, summary, bfloat16, cadence, watch))
            .OrderBy(objective => objective.Name, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        Optimizer.Dispose();
        Chain?.Dispose();
    }
}
