using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Protocol;

/// <summary>
/// A message to a runner: one JSON object a line. A runner does one thing in its life: it trains one run (start), compares some
/// models by short trainings (compare), serves one model (load), measures what matters to one (measureImportance), or compares one with simple methods (compareRivals). Where the lines end, the server is gone:
/// the run keeps a checkpoint, and the runner ends.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(Start), "start")]
[JsonDerivedType(typeof(Compare), "compare")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(Stop), "stop")]
[JsonDerivedType(typeof(ScaleRate), "scaleRate")]
[JsonDerivedType(typeof(Load), "load")]
[JsonDerivedType(typeof(Predict), "predict")]
[JsonDerivedType(typeof(Generate), "generate")]
[JsonDerivedType(typeof(Explain), "explain")]
[JsonDerivedType(typeof(VaryColumn), "varyColumn")]
[JsonDerivedType(typeof(GiveUp), "giveUp")]
[JsonDerivedType(typeof(ExportOnnx), "exportOnnx")]
[JsonDerivedType(typeof(MeasureImportance), "measureImportance")]
[JsonDerivedType(typeof(CompareRivals), "compareRivals")]
[JsonDerivedType(typeof(GiveWay), "giveWay")]
[JsonDerivedType(typeof(Shutdown), "shutdown")]
[JsonDerivedType(typeof(Thumbnail), "thumbnail")]
[JsonDerivedType(typeof(LookAtPictures), "lookAtPictures")]
[JsonDerivedType(typeof(FindCopies), "findCopies")]
[JsonDerivedType(typeof(CheckPicture), "checkPicture")]
[JsonDerivedType(typeof(CheckRows), "checkRows")]
[JsonDerivedType(typeof(PrepareDrawing), "prepareDrawing")]
[JsonDerivedType(typeof(ReadSchema), "readSchema")]
[JsonDerivedType(typeof(ReadTable), "readTable")]
public abstract partial record RunnerCommand
{
    /// <summary>Trains. Answered by <see cref="RunEvent.Started"/> and all that follows, up to finished or failed.</summary>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Document">File of the document to train; null for the project's own.</param>
    /// <param name="Folder">Folder of the run; it is made where it does not exist.</param>
    /// <param name="Device">"auto", "cpu" or "cuda".</param>
    /// <param name="Threads">Threads that compute; null for as many as the machine has.</param>
    /// <param name="FromCheckpoint">Goes on from the checkpoint in the folder.</param>
    public sealed record Start(
        string Project, string? Document, string Folder, string Device = "auto", int? Threads = null, bool FromCheckpoint = false) : RunnerCommand;

    /// <summary>
    /// Trains several documents that read the same data for a short time each, one after the other on the processor, and gives way to whatever else the machine has to
    /// do. Nothing is written. Each is answered by <see cref="RunEvent.TrialDone"/>; then the runner ends.
    /// </summary>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Documents">What to train, as in project files.</param>
    /// <param name="Seconds">How long each may train at most.</param>
    /// <param name="Threads">Threads that compute; null for as many as the machine has.</param>
    public sealed record Compare(string Project, IReadOnlyList<JsonElement> Documents, double Seconds, int? Threads = null) : RunnerCommand;

    /// <summary>Waits after the current batch. Answered by <see cref="RunEvent.Paused"/>.</summary>
    public sealed record Pause : RunnerCommand;

    /// <summary>Goes on after a pause. Answered by <see cref="RunEvent.Resumed"/>.</summary>
    public sealed record Resume : RunnerCommand;

    /// <summary>
    /// Multiplies the learning rates of the plan from the next batch on. Answered by <see cref="RunEvent.RatesChanged"/> where they are others
    /// then; a run that goes on from a checkpoint keeps to it.
    /// </summary>
    /// <param name="Factor">Above 0; 1 for the rates of the plan.</param>
    public sealed record ScaleRate(double Factor) : RunnerCommand;

    /// <summary>Ends the training after the current batch, keeps the best model and finishes as usual, with end "stopped".</summary>
    public sealed record Stop : RunnerCommand;

    /// <summary>Loads a finished model. Answered by <see cref="RunEvent.Loaded"/>, or failed.</summary>
    /// <param name="Bundle">Folder of the model.</param>
    /// <param name="Device">"auto", "cpu" or "cuda".</param>
    /// <param name="Threads">Threads that compute; null for as many as the machine has.</param>
    public sealed record Load(string Bundle, string Device = "auto", int? Threads = null) : RunnerCommand;

    /// <summary>
    /// Predicts with the loaded model, for rows or for picture files. Answered by <see cref="RunEvent.Prediction"/> or
    /// <see cref="RunEvent.PredictionFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Rows">Values by column; numbers may be written as numbers or as text, and what is null or left out is missing.</param>
    /// <param name="Files">Picture files, instead of rows, for a model whose only input is a picture.</param>
    public sealed record Predict(
        string Id, IReadOnlyList<IReadOnlyDictionary<string, Cell>>? Rows = null, IReadOnlyList<string>? Files = null) : RunnerCommand;

    /// <summary>
    /// Says how far each column of a row has pushed the loaded model's prediction up or down, beside rows that it has learned from: these are read from the project's data.
    /// Answered by <see cref="RunEvent.Explained"/> or <see cref="RunEvent.PredictionFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Folder">Folder of the run that made the model.</param>
    /// <param name="Row">Values by column, as in <see cref="Predict"/>.</param>
    /// <param name="Output">Which output; null for the first.</param>
    /// <param name="Class">The class or label whose probability is explained; null for the one that is said, or the likeliest label.</param>
    public sealed record Explain(
        string Id, string Project, string Folder, IReadOnlyDictionary<string, Cell> Row, string? Output = null, string? Class = null) : RunnerCommand;

    /// <summary>
    /// Says what the loaded model would predict for a row if one of its columns held something else, and for rows that it has learned from, which are read from the project's data.
    /// Answered by <see cref="RunEvent.ColumnVaried"/> or <see cref="RunEvent.PredictionFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Folder">Folder of the run that made the model.</param>
    /// <param name="Row">Values by column, as in <see cref="Predict"/>.</param>
    /// <param name="Column">The column, by its name among the model's inputs: of numbers or categories.</param>
    /// <param name="Output">Which output; null for the first.</param>
    /// <param name="Class">The class or label whose probability is told; null for the one that is said, or the likeliest label.</param>
    public sealed record VaryColumn(
        string Id, string Project, string Folder, IReadOnlyDictionary<string, Cell> Row, string Column, string? Output = null, string? Class = null) : RunnerCommand;

    /// <summary>Nobody waits any more for the answer to an <see cref="Explain"/> or a <see cref="VaryColumn"/>: it is answered by <see cref="RunEvent.PredictionFailed"/> soon, where it is not answered yet.</summary>
    /// <param name="Id">The id of that command.</param>
    public sealed record GiveUp(string Id) : RunnerCommand;

    /// <summary>
    /// Lets the loaded model make text or pictures. Answered by <see cref="RunEvent.Prediction"/> or <see cref="RunEvent.PredictionFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Prompt">Text to go on from.</param>
    /// <param name="Count">How many pictures, or how many characters or words to add; null for a usual number.</param>
    /// <param name="Temperature">For text: below 1 more predictable, above 1 more daring.</param>
    /// <param name="TopK">For text: only the K likeliest are drawn from; 0 for all.</param>
    /// <param name="Seed">The same seed gives the same.</param>
    /// <param name="Folder">Where pictures are written; needed for pictures.</param>
    public sealed record Generate(
        string Id, string Prompt = "", int? Count = null, double Temperature = 0.8, int TopK = 0, int Seed = 1,
        string? Folder = null) : RunnerCommand;

    /// <summary>
    /// Writes the loaded model as an ONNX file. Answered by <see cref="RunEvent.Exported"/> or <see cref="RunEvent.PredictionFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="File">Where it is written.</param>
    /// <param name="Name">What people will call the file, for the lines that show how it is used.</param>
    public sealed record ExportOnnx(string Id, string File, string Name) : RunnerCommand;

    /// <summary>
    /// Measures how much each column matters to the model of a finished run, and writes it into the run's folder. Answered by
    /// <see cref="RunEvent.ImportanceMeasured"/>, or failed; the runner ends with it.
    /// </summary>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Folder">Folder of the run.</param>
    /// <param name="Device">"auto", "cpu" or "cuda".</param>
    /// <param name="Threads">Threads that compute; null for as many as the machine has.</param>
    public sealed record MeasureImportance(string Project, string Folder, string Device = "auto", int? Threads = null) : RunnerCommand;

    /// <summary>
    /// Compares the model of a finished run with simple methods that learn from the same rows, and writes it into the run's folder. Answered by
    /// <see cref="RunEvent.RivalsCompared"/>, or failed; the runner ends with it.
    /// </summary>
    /// <inheritdoc cref="MeasureImportance"/>
    public sealed record CompareRivals(string Project, string Folder, string Device = "auto", int? Threads = null) : RunnerCommand;

    /// <summary>Another training wants the machine: a finished run does not compare its model with simple methods now. Whoever asks for it later gets it.</summary>
    public sealed record GiveWay : RunnerCommand;

    /// <summary>Ends the runner: a run keeps a checkpoint and no more is trained.</summary>
    public sealed record Shutdown : RunnerCommand;
}
