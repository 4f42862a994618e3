using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Training.Bundles;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Sessions;

namespace Builder.Training.Runs;

/// <summary>The model of a run that ended some time ago with its data, as they were at its end.</summary>
public sealed class ReopenedRun : IDisposable
{
    private ReopenedRun(TrainingSession session, ModelBundle bundle)
    {
        (Session, Fitted) = (session, bundle.Transforms);
        Evaluator = new Evaluator(session) { Thresholds = bundle.Thresholds };
    }

    /// <summary>The model and its data.</summary>
    public TrainingSession Session { get; }

    /// <summary>Predicts, with the thresholds that the model goes by.</summary>
    public Evaluator Evaluator { get; }

    /// <summary>Knows the names of the model's classes.</summary>
    public FittedTransforms Fitted { get; }

    /// <summary>Opens the model and reads its data again.</summary>
    /// <param name="run">The run.</param>
    /// <param name="projectFolder">Folder of its project: data paths are relative to it.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="threads">Threads that compute; null for as many as the machine has.</param>
    /// <param name="changed">What is said where the data have changed since.</param>
    /// <param name="leave">Ends the work soon.</param>
    /// <exception cref="TrainingException">The data have changed since, or the model cannot be opened.</exception>
    /// <exception cref="Datasets.DataException">The data cannot be read any more.</exception>
    /// <exception cref="Formats.CheckpointException">The weights are damaged.</exception>
    public static ReopenedRun Open(RunFolder run, string projectFolder, DeviceChoice device, int? threads, Message changed, CancellationToken leave = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (threads is { } count)
        {
            ThreadCount.Use(count);
        }

        var bundle = ModelBundle.Open(run.Bundle);
        var data = ProjectData.Prepare(bundle.Document, projectFolder, leave);
        var analysis = TrainingRun.AnalyzeForTraining(bundle.Document, data.Values);
        var prepared = data[ProjectData.DataSetOf(analysis.Graph)];
        if (!IsSame(run, bundle, prepared))
        {
            throw new TrainingException(changed);
        }

        var session = new TrainingSession(analysis, prepared, DeviceSelection.Of(device));
        try
        {
            ModelRunner.LoadWeights(session.Program, bundle.WeightsPath);
            return new(session, bundle);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();

    // Other data would be held back otherwise: rows that the model has learned from would be among them. A run without a log knows its data by what was learned from them.
    internal static bool IsSame(RunFolder run, ModelBundle bundle, PreparedData data) =>
        RunEventLog.Read(run.Events).OfType<RunEvent.Started>().LastOrDefault()?.DataFingerprint is { } known
            ? known == data.Fingerprint
            : bundle.Transforms.ToJson().AsSpan().SequenceEqual(data.Fitted.ToJson());
}
