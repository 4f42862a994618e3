using Builder.Files;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Training.Runs;

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
        using var reopened = ReopenedRun.Open(run, projectFolder, device, threads, TrainingMessages.ImportanceDataChanged.With(), leave);
        return new ImportanceMeasurement(reopened.Session, reopened.Evaluator, reopened.Fitted, budget).Measure(leave);
    }
}
