using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol;

namespace Builder.Training.Loop;

/// <summary>Something that a run tells while it works. Events are made on the run's own thread; receivers must be quick.</summary>
public abstract record TrainingEvent;

/// <summary>Numbers of samples.</summary>
/// <param name="Train">For training.</param>
/// <param name="Validation">For choosing the best epoch.</param>
/// <param name="Test">For the final scores only.</param>
public sealed record SampleCounts(long Train, long Validation, long Test);

/// <summary>The data is prepared and the model is built.</summary>
/// <param name="Task">What kind of task the model learns.</param>
/// <param name="Device">"cpu" or "cuda:0".</param>
/// <param name="Threads">Threads that compute.</param>
/// <param name="Parameters">Trainable values.</param>
/// <param name="Samples">Samples for training, validation and test.</param>
/// <param name="Epochs">Epochs planned.</param>
/// <param name="StepsPerEpoch">Batches in an epoch.</param>
/// <param name="ResumedAt">The epoch at which an interrupted run goes on; null for a new run.</param>
/// <param name="DataFingerprint">Tells this data from any other.</param>
public sealed record RunStarted(
    TaskKind Task, string Device, int Threads, long Parameters, SampleCounts Samples,
    long Epochs, long StepsPerEpoch, long? ResumedAt, string? DataFingerprint = null) : TrainingEvent;

/// <summary>Some batches are done; at most ten of these a second.</summary>
/// <param name="Epoch">Current epoch, from 1.</param>
/// <param name="Step">Batches done in this epoch.</param>
/// <param name="StepsPerEpoch">Batches in an epoch.</param>
/// <param name="Losses">Mean loss of this epoch so far, by optimizer.</param>
/// <param name="SecondsLeft">Estimated time until the last epoch ends.</param>
/// <param name="LearningRates">Those of the latest steps, by optimizer.</param>
public sealed record BatchesDone(
    long Epoch, long Step, long StepsPerEpoch, IReadOnlyDictionary<string, double> Losses, double SecondsLeft,
    IReadOnlyDictionary<string, double> LearningRates) : TrainingEvent;

/// <summary>A person has changed the learning rates; the next batch is the first that is learned from with the new ones.</summary>
/// <param name="Change">From which batch on, and by how much.</param>
/// <param name="Before">The rates until now, by optimizer.</param>
/// <param name="After">The new ones.</param>
public sealed record RatesChanged(
    RateChange Change, IReadOnlyDictionary<string, double> Before, IReadOnlyDictionary<string, double> After) : TrainingEvent;

/// <summary>The run waits between two batches.</summary>
/// <param name="Epoch">Current epoch, from 1.</param>
/// <param name="Step">Batches done in this epoch.</param>
public sealed record RunPaused(long Epoch, long Step) : TrainingEvent;

/// <summary>The run goes on.</summary>
/// <param name="Epoch">Current epoch, from 1.</param>
/// <param name="Step">Batches done in this epoch.</param>
public sealed record RunResumed(long Epoch, long Step) : TrainingEvent;

/// <summary>An epoch is done.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Train">Mean losses over the training batches.</param>
/// <param name="Validation">Scores on the validation samples; empty where there are none.</param>
/// <param name="LearningRates">By optimizer.</param>
/// <param name="Seconds">Time since the run started or was resumed.</param>
/// <param name="IsBest">True where this is the best epoch so far.</param>
public sealed record EpochDone(
    long Epoch, IReadOnlyDictionary<string, double> Train, IReadOnlyDictionary<string, double> Validation,
    IReadOnlyDictionary<string, double> LearningRates, double Seconds, bool IsBest) : TrainingEvent;

/// <summary>A checkpoint has been written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Epoch">Whole epochs done at that time.</param>
/// <param name="Step">Batches done of the next one.</param>
public sealed record CheckpointWritten(string Path, long Epoch, long Step) : TrainingEvent;

/// <summary>Something to look at while the model learns.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text, the path of a PNG file, or the name of the column.</param>
public sealed record SampleMade(long Epoch, SampleKind Kind, string Value) : TrainingEvent
{
    /// <summary>For "predictions": the pictures.</summary>
    public IReadOnlyList<PictureSample>? Pictures { get; init; }

    /// <summary>For "points": the values in their unit.</summary>
    public IReadOnlyList<(double True, double Predicted)>? Points { get; init; }

    /// <summary>For "points": the unit.</summary>
    public string? Unit { get; init; }
}

/// <summary>Something the person should know that does not stop the run.</summary>
/// <param name="Message">In plain words.</param>
public sealed record Remark(Message Message) : TrainingEvent;

/// <summary>The training is over, the model is saved, and is now being scored.</summary>
/// <param name="Done">Samples scored so far.</param>
/// <param name="Samples">Samples to score.</param>
public sealed record ModelScored(long Done, long Samples) : TrainingEvent;

/// <summary>The run is over and the model is saved.</summary>
/// <param name="Result">Scores and places.</param>
public sealed record RunFinished(RunResult Result) : TrainingEvent;

/// <summary>What came out of a run.</summary>
/// <param name="Task">What kind of task the model learned.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
/// <param name="Seconds">Duration.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Train">Scores on training samples; where the run was stopped, on some of them.</param>
/// <param name="Validation">Scores on validation samples; where the run was stopped in its first epoch, on some of them.</param>
/// <param name="Test">Scores on test samples, which were never used before.</param>
/// <param name="Baseline">Scores of the plainest prediction on the same test samples.</param>
/// <param name="Units">Units of the scores that have one, such as mae in "MPa".</param>
/// <param name="Bundle">Folder of the saved model.</param>
public sealed record RunResult(
    TaskKind Task, long Epochs, long BestEpoch, double Seconds, RunEnd End,
    IReadOnlyDictionary<string, double> Train, IReadOnlyDictionary<string, double> Validation, IReadOnlyDictionary<string, double> Test,
    IReadOnlyDictionary<string, double> Baseline, IReadOnlyDictionary<string, string> Units, string Bundle)
{
    /// <summary>The loss before anything was learned; null where there are several losses.</summary>
    public double? StartLoss { get; init; }

    /// <summary>The scores that the model would have with the usual thresholds; null where it goes by these.</summary>
    public PartScores? Usual { get; init; }
}

/// <summary>Scores by name, part by part.</summary>
/// <param name="Train">On training samples.</param>
/// <param name="Validation">On validation samples.</param>
/// <param name="Test">On test samples.</param>
public sealed record PartScores(
    IReadOnlyDictionary<string, double> Train, IReadOnlyDictionary<string, double> Validation, IReadOnlyDictionary<string, double> Test);
