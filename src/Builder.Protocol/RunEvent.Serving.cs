using Builder.Graph.Messages;
using Builder.Graph.Metrics;

namespace Builder.Protocol;

/// <summary>What a runner that takes commands tells besides.</summary>
public abstract partial record RunEvent
{
    /// <summary>The first message: the runner takes commands.</summary>
    /// <param name="Protocol">Version of the messages.</param>
    /// <param name="ProcessId">Its process.</param>
    public sealed record Ready(int Protocol, int ProcessId) : RunEvent;

    /// <summary>Sent every second: the runner is alive. One that is silent for long hangs and may be ended.</summary>
    /// <param name="State">What it does.</param>
    /// <param name="Seconds">Time since the process started.</param>
    /// <param name="MemoryBytes">Memory that the process holds.</param>
    public sealed record Heartbeat(RunnerActivity State, double Seconds, long MemoryBytes) : RunEvent;

    /// <summary>One of the short trainings of <see cref="RunnerCommand.Compare"/> is over.</summary>
    /// <param name="Number">Which document, from 0.</param>
    /// <param name="Task">What kind of task it learned.</param>
    /// <param name="Validation">Scores of its best epoch on the validation samples; empty where it has not come to the end of an epoch.</param>
    /// <param name="ValidationSamples">How many there are.</param>
    /// <param name="Parameters">Trainable values.</param>
    /// <param name="Epochs">Epochs done.</param>
    /// <param name="IsWhole">False where its time was up before its plan was done.</param>
    /// <param name="Seconds">How long it took.</param>
    public sealed record TrialDone(
        int Number, TaskKind Task, IReadOnlyDictionary<string, double?> Validation, long ValidationSamples, long Parameters, long Epochs, bool IsWhole, double Seconds) : RunEvent;

    /// <summary>The run waits between two batches. No time is counted until it goes on.</summary>
    /// <param name="Epoch">Current epoch, from 1.</param>
    /// <param name="Step">Batches done in it.</param>
    public sealed record Paused(long Epoch, long Step) : RunEvent;

    /// <summary>The run goes on.</summary>
    /// <param name="Epoch">Current epoch, from 1.</param>
    /// <param name="Step">Batches done in it.</param>
    public sealed record Resumed(long Epoch, long Step) : RunEvent;

    /// <summary>A command was not understood or does not fit the moment. Everything else goes on.</summary>
    /// <param name="Code">Stable name of the reason.</param>
    /// <param name="Message">What is wrong, and what can be done.</param>
    public sealed record Refused(string Code, Message Message) : RunEvent;

    /// <summary>A model is loaded and predicts.</summary>
    /// <param name="Model">What it takes and what it gives.</param>
    public sealed record Loaded(ModelDescription Model) : RunEvent;

    /// <summary>The answer to <see cref="RunnerCommand.Predict"/> or <see cref="RunnerCommand.Generate"/>.</summary>
    /// <param name="Id">The id of the command.</param>
    /// <param name="Rows">For predictions: one for each row or picture, in their order.</param>
    /// <param name="Text">For generated text: the prompt and what was added to it.</param>
    /// <param name="Pictures">For generated pictures: paths of PNG files.</param>
    /// <param name="Milliseconds">How long the model took.</param>
    /// <param name="Unseen">Columns in which the model met what it has never seen; null where there are none.</param>
    public sealed record Prediction(
        string Id, IReadOnlyList<PredictedRow>? Rows, string? Text, IReadOnlyList<string>? Pictures, double Milliseconds,
        IReadOnlyList<UnseenValue>? Unseen = null) : RunEvent;

    /// <summary>The answer to <see cref="RunnerCommand.Explain"/>: why the model predicts what it does for a row.</summary>
    /// <param name="Id">The id of the command.</param>
    /// <param name="Explanation">How far each column has pushed the prediction.</param>
    /// <param name="Milliseconds">How long it took.</param>
    public sealed record Explained(string Id, PredictionExplanation Explanation, double Milliseconds) : RunEvent;

    /// <summary>The answer to <see cref="RunnerCommand.VaryColumn"/>: what the model would predict if a column held something else.</summary>
    /// <param name="Id">The id of the command.</param>
    /// <param name="Dependence">How the prediction follows the column.</param>
    /// <param name="Milliseconds">How long it took.</param>
    public sealed record ColumnVaried(string Id, ColumnDependence Dependence, double Milliseconds) : RunEvent;

    /// <summary>The answer to <see cref="RunnerCommand.ExportOnnx"/>: the file is written.</summary>
    /// <param name="Id">The id of the command.</param>
    /// <param name="Usage">Lines of Python that load it and ask it something.</param>
    public sealed record Exported(string Id, string Usage) : RunEvent;

    /// <summary>A prediction, or a file of the model, was not possible; the next one may be.</summary>
    /// <param name="Id">The id of the command.</param>
    /// <param name="Code">Stable name of the reason.</param>
    /// <param name="Message">What is wrong, and what can be done.</param>
    public sealed record PredictionFailed(string Id, string Code, Message Message) : RunEvent;

    /// <summary>
    /// What matters to the model is written into the run's folder: the answer to <see cref="RunnerCommand.MeasureImportance"/>, and what may come after
    /// <see cref="Finished"/>.
    /// </summary>
    public sealed record ImportanceMeasured : RunEvent;

    /// <summary>
    /// How the model does beside simple methods is written into the run's folder: the answer to <see cref="RunnerCommand.CompareRivals"/>, and what may come after
    /// <see cref="Finished"/>.
    /// </summary>
    public sealed record RivalsCompared : RunEvent;
}
