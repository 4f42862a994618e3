using Builder.Files;
using Builder.Protocol.Evaluations;
using Builder.Training.Formats;
using Builder.Training.Rivals;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>Writes rivals.json, after a run is called finished: how the model does beside simple methods. They can be compared at any later time.</summary>
internal static class RivalWriter
{
    /// <summary>How long each method may take behind a training.</summary>
    public static readonly TimeSpan LongestOfRun = TimeSpan.FromSeconds(15);

    /// <summary>How long each may take where a person asks for it.</summary>
    public static readonly TimeSpan LongestOnRequest = TimeSpan.FromSeconds(60);

    /// <summary>Compares and writes; true where the file is there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="giveWay">Ends it where the machine is wanted for a training.</param>
    public static bool Write(FinishedModel model, CancellationToken giveWay) => AfterRun.Try(model, () => RivalMeasurement.Suits(model.Session), leave =>
        Write(model.Request.Folder, new RivalMeasurement(model.Session, model.Evaluator, model.Session.Data.Fitted, LongestOfRun).Measure(leave)), giveWay);

    /// <summary>Writes the file.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public static void Write(RunFolder folder, RivalComparison comparison) =>
        SavedFile.Write(folder.Rivals, stream => stream.Write(comparison.ToJson()));
}
