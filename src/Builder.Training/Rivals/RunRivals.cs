using Builder.Files;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Training.Runs;

namespace Builder.Training.Rivals;

/// <summary>Compares the model of a run that ended some time ago with simple methods.</summary>
public static class RunRivals
{
    /// <summary>Opens the model, reads its data again, and compares on the rows that were held back from it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="projectFolder">Folder of its project: data paths are relative to it.</param>
    /// <param name="device">Where the model computes.</param>
    /// <param name="threads">Threads that compute; null for as many as the machine has.</param>
    /// <param name="longest">How long each method may take.</param>
    /// <param name="leave">Ends the work soon.</param>
    /// <exception cref="TrainingException">Nothing can be compared, or the data have changed since.</exception>
    /// <exception cref="Datasets.DataException">The data cannot be read any more.</exception>
    /// <exception cref="Formats.CheckpointException">The weights are damaged.</exception>
    public static RivalComparison Compare(
        RunFolder run, string projectFolder, DeviceChoice device, int? threads, TimeSpan longest, CancellationToken leave = default)
    {
        using var reopened = ReopenedRun.Open(run, projectFolder, device, threads, RivalMessages.DataChanged.With(), leave);
        return new RivalMeasurement(reopened.Session, reopened.Evaluator, reopened.Fitted, longest).Measure(leave);
    }
}
