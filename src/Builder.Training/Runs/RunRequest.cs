using Builder.Files;
using Builder.Graph.Documents;
using Builder.Training.Loop;
using Builder.Training.Sessions;

namespace Builder.Training.Runs;

/// <summary>Where to train.</summary>
public enum DeviceChoice
{
    /// <summary>A GPU where there is one, otherwise the processor.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>The first NVIDIA GPU.</summary>
    Cuda,
}

/// <summary>An order to train a document.</summary>
public sealed record RunRequest
{
    /// <summary>What to train, with all overrides carried out.</summary>
    public required ProjectDocument Document { get; init; }

    /// <summary>Folder of the project: data paths are relative to it.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>Folder of the run: checkpoints, samples and the bundle go there.</summary>
    public required RunFolder Folder { get; init; }

    /// <summary>Where to train.</summary>
    public DeviceChoice Device { get; init; }

    /// <summary>Threads that compute; null for as many as the machine has.</summary>
    public int? Threads { get; init; }

    /// <summary>Go on from the folder's checkpoint instead of starting anew.</summary>
    public bool Resume { get; init; }

    /// <summary>Is told what happens, on the run's own thread.</summary>
    public Action<TrainingEvent> Observer { get; init; } = _ => { };

    /// <summary>Asks the run to stop after the current batch and to keep what it has.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>How long a run that is asked to stop may still score its model.</summary>
    public TimeSpan PatienceAfterStop { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Asks the run to keep a checkpoint after the current batch and to end at once, without scores and without a model.</summary>
    public CancellationToken Leave { get; init; }

    /// <summary>Holds the run between two batches; null for a run that cannot be paused.</summary>
    public PauseSwitch? Pause { get; init; }

    /// <summary>
    /// Is given the means to change the learning rates, on the run's own thread, before the first batch; changes that the folder knows of an
    /// earlier time are made again.
    /// </summary>
    public Action<RateControl> Rates { get; init; } = _ => { };

    /// <summary>Called on the run's own thread when the model is scored and saved, before the run is called finished.</summary>
    public Action<FinishedModel>? AtEnd { get; init; }

    /// <summary>
    /// Called on the run's own thread when the run is called finished and its model is still in memory: for what nobody waits for. What it throws ends the run's thread in
    /// failure, though the run is finished.
    /// </summary>
    public Action<FinishedModel>? AfterEnd { get; init; }
}

/// <summary>A model at the end of its run, while it is still in memory.</summary>
/// <param name="Session">The model and its data.</param>
/// <param name="Evaluator">Predicts for samples.</param>
/// <param name="Tested">Start rows of the test samples that were scored.</param>
/// <param name="Test">The predictions for those samples in their order; null where they were too many to keep.</param>
/// <param name="Request">What was ordered.</param>
/// <param name="Result">The scores.</param>
public sealed record FinishedModel(
    TrainingSession Session, Evaluation.Evaluator Evaluator, long[] Tested, IReadOnlyList<Evaluation.CollectedSamples>? Test, RunRequest Request, RunResult Result)
{
    /// <summary>The predictions of two classes for the validation samples on which thresholds were chosen; empty where there are none.</summary>
    public IReadOnlyList<Evaluation.CollectedSamples> Validated { get; init; } = [];

    /// <summary>The same for the training samples that were scored.</summary>
    public IReadOnlyList<Evaluation.CollectedSamples> Trained { get; init; } = [];
}
