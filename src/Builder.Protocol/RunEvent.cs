using System.Text.Json.Serialization;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;

namespace Builder.Protocol;

/// <summary>
/// A message from a runner about its run: one JSON object a line, on a pipe or socket. New properties may be added within a version; their
/// meaning never changes.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Progress), "progress")]
[JsonDerivedType(typeof(EpochDone), "epoch")]
[JsonDerivedType(typeof(RatesChanged), "ratesChanged")]
[JsonDerivedType(typeof(CheckpointWritten), "checkpoint")]
[JsonDerivedType(typeof(SampleMade), "sample")]
[JsonDerivedType(typeof(Remark), "remark")]
[JsonDerivedType(typeof(Scoring), "scoring")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(ImportanceMeasured), "importanceMeasured")]
[JsonDerivedType(typeof(RivalsCompared), "rivalsCompared")]
[JsonDerivedType(typeof(TrialDone), "trialDone")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Heartbeat), "heartbeat")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Loaded), "loaded")]
[JsonDerivedType(typeof(Prediction), "prediction")]
[JsonDerivedType(typeof(Explained), "explained")]
[JsonDerivedType(typeof(ColumnVaried), "columnVaried")]
[JsonDerivedType(typeof(Exported), "exported")]
[JsonDerivedType(typeof(PredictionFailed), "predictionFailed")]
[JsonDerivedType(typeof(PictureDone), "pictureDone")]
[JsonDerivedType(typeof(PicturesSeen), "picturesSeen")]
[JsonDerivedType(typeof(PicturesChecked), "picturesChecked")]
[JsonDerivedType(typeof(CopiesFound), "copiesFound")]
[JsonDerivedType(typeof(SchemaRead), "schemaRead")]
[JsonDerivedType(typeof(TableRead), "tableRead")]
[JsonDerivedType(typeof(PictureFailed), "pictureFailed")]
public abstract partial record RunEvent
{
    /// <summary>Version of the messages. The first wrote words in two languages where <see cref="Graph.Messages.Message"/> stands now.</summary>
    public const int ProtocolVersion = 2;

    /// <summary>The run has its data and model and begins to train.</summary>
    /// <param name="Protocol">Version of the messages.</param>
    /// <param name="Run">Folder of the run.</param>
    /// <param name="Task">What kind of task the model learns.</param>
    /// <param name="Device">Where it trains.</param>
    /// <param name="Threads">Threads that compute.</param>
    /// <param name="Parameters">Trainable values.</param>
    /// <param name="TrainSamples">Samples for training.</param>
    /// <param name="ValidationSamples">Samples for choosing the best epoch.</param>
    /// <param name="TestSamples">Samples for the final scores.</param>
    /// <param name="Epochs">Epochs planned.</param>
    /// <param name="StepsPerEpoch">Batches in an epoch.</param>
    /// <param name="ResumedAt">Epoch at which an interrupted run goes on.</param>
    /// <param name="DataFingerprint">Tells the data that it learns from from any other.</param>
    public sealed record Started(
        int Protocol, string Run, TaskKind Task, string Device, int Threads, long Parameters, long TrainSamples, long ValidationSamples,
        long TestSamples, long Epochs, long StepsPerEpoch, long? ResumedAt, string? DataFingerprint = null) : RunEvent;

    /// <summary>Some batches are done.</summary>
    /// <param name="Epoch">Current epoch, from 1.</param>
    /// <param name="Step">Batches done in it.</param>
    /// <param name="StepsPerEpoch">Batches in an epoch.</param>
    /// <param name="Train">Mean losses of the epoch so far.</param>
    /// <param name="SecondsLeft">Estimated time until the end.</param>
    /// <param name="LearningRates">Those of the latest steps, by optimizer.</param>
    public sealed record Progress(
        long Epoch, long Step, long StepsPerEpoch, IReadOnlyDictionary<string, double?> Train, double? SecondsLeft,
        IReadOnlyDictionary<string, double?>? LearningRates = null) : RunEvent;

    /// <summary>A person has changed the learning rates; the next batch is the first that is learned from with the new ones.</summary>
    /// <param name="Epoch">Its epoch, from 1.</param>
    /// <param name="Step">Batches of the epoch that were done before it.</param>
    /// <param name="Factor">What the rates of the plan are multiplied with from now on.</param>
    /// <param name="Before">The rates until now, by optimizer.</param>
    /// <param name="After">The new ones.</param>
    public sealed record RatesChanged(
        long Epoch, long Step, double Factor, IReadOnlyDictionary<string, double?> Before, IReadOnlyDictionary<string, double?> After) : RunEvent;

    /// <summary>An epoch is done.</summary>
    /// <param name="Epoch">Its number, from 1.</param>
    /// <param name="Train">Mean losses over its batches.</param>
    /// <param name="Validation">Scores on validation samples.</param>
    /// <param name="LearningRates">By optimizer.</param>
    /// <param name="Seconds">Time trained so far.</param>
    /// <param name="Best">True where it is the best so far.</param>
    public sealed record EpochDone(
        long Epoch, IReadOnlyDictionary<string, double?> Train,
        IReadOnlyDictionary<string, double?> Validation, IReadOnlyDictionary<string, double?> LearningRates, double Seconds, bool Best) : RunEvent;

    /// <summary>A checkpoint has been written.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Epoch">Whole epochs done.</param>
    /// <param name="Step">Batches done of the next.</param>
    public sealed record CheckpointWritten(string Path, long Epoch, long Step) : RunEvent;

    /// <summary>Something to look at.</summary>
    /// <param name="Epoch">Epochs done.</param>
    /// <param name="Kind">
    /// What it is. <paramref name="Value"/> is a text itself, or the path of a PNG file.
    /// </param>
    /// <param name="Value">The text or path; for "predictions" and "points" the name of the column.</param>
    /// <param name="Predictions">For "predictions": the pictures. The same ones in every epoch.</param>
    /// <param name="Points">For "points": the rows. The same ones in every epoch.</param>
    /// <param name="Unit">For "points": the unit of the values.</param>
    public sealed record SampleMade(
        long Epoch, SampleKind Kind, string Value, IReadOnlyList<PictureSample>? Predictions = null,
        IReadOnlyList<ValuePoint>? Points = null, string? Unit = null) : RunEvent;

    /// <summary>Something worth knowing that does not stop the run.</summary>
    /// <param name="Message">What.</param>
    public sealed record Remark(Message Message) : RunEvent;

    /// <summary>The training is over, the model is saved, and is now being scored.</summary>
    /// <param name="Done">Samples scored so far.</param>
    /// <param name="Samples">Samples to score.</param>
    public sealed record Scoring(long Done, long Samples) : RunEvent;

    /// <summary>The run is over and the model is saved.</summary>
    /// <param name="Task">What kind of task the model learned.</param>
    /// <param name="Epochs">Epochs done.</param>
    /// <param name="BestEpoch">The epoch whose weights were kept.</param>
    /// <param name="End">Why it ended.</param>
    /// <param name="Seconds">Duration.</param>
    /// <param name="Train">Scores on training samples: on 2,048 of them, spread evenly, where there are more and others are held back.</param>
    /// <param name="Validation">Scores on validation samples.</param>
    /// <param name="Test">Scores on test samples.</param>
    /// <param name="Baseline">Scores of the plainest prediction on the test samples.</param>
    /// <param name="Units">Units of the scores that have one.</param>
    /// <param name="Bundle">Folder of the model.</param>
    /// <param name="StartLoss">The loss before anything was learned; null where there are several losses.</param>
    public sealed record Finished(
        TaskKind Task, long Epochs, long BestEpoch, RunEnd End, double Seconds, IReadOnlyDictionary<string, double?> Train,
        IReadOnlyDictionary<string, double?> Validation, IReadOnlyDictionary<string, double?> Test,
        IReadOnlyDictionary<string, double?> Baseline, IReadOnlyDictionary<string, string> Units, string Bundle,
        double? StartLoss = null) : RunEvent;

    /// <summary>The run cannot go on.</summary>
    /// <param name="Code">Stable name of the reason.</param>
    /// <param name="Message">What is wrong, and what can be done.</param>
    public sealed record Failed(string Code, Message Message) : RunEvent;
}
