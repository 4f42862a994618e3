using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Training.Bundles;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Runs;
using Builder.Training.Sessions;

namespace Builder.Training.Importances;

/// <summary>Measures what matters to the model of a run that ended some time ago.</summary>
public static class RunImportance
{
    /// <summary>Opens the model, reads its data again, and measures on the rows that were held back from it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="projectFolder">Folder of its project: data paths are relative to it.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="threads">Threads that compute; null for as many as the machine has.</param>
    /// <param name="budget">How long the measurement may take, besides reading the data.</param>
    /// <param name="leave">Ends the work soon.</param>
    /// <exception cref="TrainingException">It cannot be measured, or the data have changed since.</exception>
    /// <exception cref="Datasets.DataException">The data cannot be read any more.</exception>
    /// <exception cref="Formats.CheckpointException">The weights are damaged.</exception>
    public static PermutationImportance Measure(
        RunFolder run, string projectFolder, DeviceChoice device, int? threads, TimeSpan budget, CancellationToken leave = default)
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
            throw new TrainingException(TrainingMessages.ImportanceDataChanged.With());
        }

        using var session = new TrainingSession(analysis, prepared, DeviceSelection.Of(device));
        ModelRunner.LoadWeights(session.Program, bundle.WeightsPath);
        var evaluator = new Evaluator(session) { Thresholds = bundle.Thresholds };
        return new ImportanceMeasurement(session, evaluator, bundle.Transforms, budget).Measure(leave);
    }

    // Other data would be held back otherwise: rows that the model has learned from would be among them. A run without a log knows its data by what was learned from them.
    private static bool IsSame(RunFolder run, ModelBundle bundle, PreparedData data) =>
        RunEventLog.Read(run.Events).OfType<RunEvent.Started>().LastOrDefault()?.DataFingerprint is { } known
            ? known == data.Fingerprint
            : bundle.Transforms.ToJson().AsSpan().SequenceEqual(data.Fitted.ToJson());
}
