using Builder.Files;
using Builder.Protocol.Evaluations;
using Builder.Training.Formats;
using Builder.Training.Importances;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>Writes importance.json, after a run is called finished: what matters to the model, column by column. It can be measured at any later time.</summary>
internal static class ImportanceWriter
{
    /// <summary>How long measuring may take behind a training.</summary>
    public static readonly TimeSpan BudgetOfRun = TimeSpan.FromSeconds(10);

    /// <summary>How long it may take where a person asks for it.</summary>
    public static readonly TimeSpan BudgetOnRequest = TimeSpan.FromSeconds(60);

    /// <summary>Measures and writes; true where the file is there.</summary>
    public static bool Write(FinishedModel model) => AfterRun.Try(model, () => ImportanceMeasurement.Suits(model.Session), leave =>
        Write(model.Request.Folder, new ImportanceMeasurement(model.Session, model.Evaluator, model.Session.Data.Fitted, BudgetOfRun).Measure(leave)));

    /// <summary>Writes the file.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public static void Write(RunFolder folder, PermutationImportance importance) =>
        SavedFile.Write(folder.Importance, stream => stream.Write(importance.ToJson()));
}
