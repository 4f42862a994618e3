using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol;

namespace Builder.Web.Runs.Feed;

/// <summary>What a viewer of a run gets: first everything that is known, then only what is new. A property that is null has not changed.</summary>
public sealed record RunUpdate
{
    /// <summary>Grows with every change of the run. After a lost connection the next first message makes up for everything.</summary>
    public required long Sequence { get; init; }

    /// <summary>True where this is everything and replaces all that the viewer knows.</summary>
    public bool Snapshot { get; init; }

    /// <summary>Id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>Where the run stands.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>What is trained, and how long; known as soon as the training begins.</summary>
    public RunPlan? Plan { get; init; }

    /// <summary>How far it is.</summary>
    public RunNow? Now { get; init; }

    /// <summary>Its learning rates, and by how much people have changed them.</summary>
    public RunRates? Rates { get; init; }

    /// <summary>All changes of its learning rates by hand, in their order: with every new one all of them.</summary>
    public IReadOnlyList<RatePoint>? RateChanges { get; init; }

    /// <summary>Epochs that are done, in their order.</summary>
    public IReadOnlyList<EpochPoint>? Epochs { get; init; }

    /// <summary>Losses within epochs, thinned out where they are many, in their order.</summary>
    public IReadOnlyList<StepPoint>? Steps { get; init; }

    /// <summary>Remarks in words.</summary>
    public IReadOnlyList<RunRemark>? Remarks { get; init; }

    /// <summary>What the model makes of some samples, or what it generates: the latest of each kind.</summary>
    public IReadOnlyList<RunSample>? Samples { get; init; }

    /// <summary>Scores, when the run is over.</summary>
    public RunOutcome? Outcome { get; init; }
}

/// <summary>Where a run stands.</summary>
/// <param name="State">Where.</param>
/// <param name="Name">What the person calls it; empty for "Run" and its number.</param>
/// <param name="Number">Counts the project's runs from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record RunStatus(RunState State, string Name, long Number, Message? Reason);

/// <summary>What is trained, and how long.</summary>
/// <param name="Task">What kind of task the model learns.</param>
/// <param name="Device">Where it trains.</param>
/// <param name="Parameters">Trainable values.</param>
/// <param name="TrainSamples">Samples for training.</param>
/// <param name="ValidationSamples">Samples for choosing the best epoch.</param>
/// <param name="TestSamples">Samples for the final scores.</param>
/// <param name="Epochs">Epochs planned.</param>
/// <param name="StepsPerEpoch">Batches in an epoch.</param>
/// <param name="ResumedAt">Epoch at which an interrupted run went on.</param>
public sealed record RunPlan(
    TaskKind Task, string Device, long Parameters, long TrainSamples, long ValidationSamples, long TestSamples, long Epochs, long StepsPerEpoch,
    long? ResumedAt);

/// <summary>How far a run is.</summary>
/// <param name="Epoch">Current epoch, from 1.</param>
/// <param name="Step">Batches done in it.</param>
/// <param name="Part">Part of the whole way, 0 to 1.</param>
/// <param name="SecondsLeft">Estimated time until the end.</param>
/// <param name="SamplesPerSecond">Speed of the training.</param>
/// <param name="Scored">Samples on which the model has been scored; null while it is still being trained.</param>
/// <param name="ToScore">Samples on which it will be.</param>
public sealed record RunNow(
    long Epoch, long Step, double Part, double? SecondsLeft, double? SamplesPerSecond, long? Scored = null, long? ToScore = null);

/// <summary>The learning rates of a run.</summary>
/// <param name="Factor">What those of its plan are multiplied with; 1 where nobody has changed them.</param>
/// <param name="Now">Those of the latest steps, by optimizer.</param>
public sealed record RunRates(double Factor, IReadOnlyDictionary<string, double?> Now);

/// <summary>A change of the learning rates by hand.</summary>
/// <param name="At">Epochs done before it, with the part of the current one.</param>
/// <param name="From">The rates before, as text; those of several optimizers with a stroke between them.</param>
/// <param name="To">The new ones.</param>
public sealed record RatePoint(double At, string From, string To);

/// <summary>An epoch that is done.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Train">Mean losses over its batches.</param>
/// <param name="Validation">Scores on validation samples.</param>
/// <param name="Seconds">Time trained so far.</param>
/// <param name="Best">True where it was the best so far.</param>
public sealed record EpochPoint(
    long Epoch, IReadOnlyDictionary<string, double?> Train, IReadOnlyDictionary<string, double?> Validation, double Seconds, bool Best);

/// <summary>The losses at a moment within an epoch.</summary>
/// <param name="At">Epochs done, with the part of the current one.</param>
/// <param name="Train">Mean losses of the epoch so far.</param>
public sealed record StepPoint(double At, IReadOnlyDictionary<string, double?> Train);

/// <summary>A remark in words.</summary>
/// <param name="Epoch">Epochs done when it was made.</param>
/// <param name="Message">What it says.</param>
public sealed record RunRemark(long Epoch, Message Message);

/// <summary>Something to look at. Pictures are names of files for GET /api/runs/RUN/files/NAME.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text, the file, or the name of the column.</param>
/// <param name="Predictions">For "predictions": the pictures.</param>
/// <param name="Points">For "points": pairs of true and predicted values.</param>
/// <param name="Unit">For "points": unit of the values.</param>
public sealed record RunSample(
    long Epoch, SampleKind Kind, string Value, IReadOnlyList<PictureSample>? Predictions, IReadOnlyList<double[]>? Points, string? Unit);

/// <summary>How good the model of a run is.</summary>
/// <param name="Task">What kind of task it learned.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Seconds">Time trained.</param>
/// <param name="Train">Scores on training samples.</param>
/// <param name="Validation">Scores on validation samples.</param>
/// <param name="Test">Scores on test samples, which were never used before.</param>
/// <param name="Baseline">Scores of the plainest prediction on the test samples.</param>
/// <param name="Units">Units of the scores that have one.</param>
public sealed record RunOutcome(
    TaskKind Task, long Epochs, long BestEpoch, RunEnd End, double Seconds, IReadOnlyDictionary<string, double?> Train,
    IReadOnlyDictionary<string, double?> Validation, IReadOnlyDictionary<string, double?> Test, IReadOnlyDictionary<string, double?> Baseline,
    IReadOnlyDictionary<string, string> Units);
