using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Training.Checkpoints;
using Builder.Training.Formats;
using Builder.Training.Layers;
using Builder.Training.Loop;

namespace Builder.Training.Bundles;

/// <summary>
/// A finished model as a folder: the document, the weights, the fitted transforms and the scores. It predicts from raw rows, pictures or
/// text, on any machine, and holds nothing that can be executed.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Transforms">What was learned from the training rows about the data.</param>
/// <param name="WeightsPath">The safetensors file.</param>
public sealed record ModelBundle(ProjectDocument Document, FittedTransforms Transforms, string WeightsPath)
{
    private const int Format = 1;

    /// <summary>From which probabilities on it says a class or gives a label.</summary>
    public DecisionThresholds Thresholds { get; init; } = DecisionThresholds.Usual;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the bundle beside its place and moves it there whole.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public static void Save(string path, ProjectDocument document, FittedTransforms transforms, IReadOnlyList<NamedTensor> weights, RunResult result)
    {
        var staging = new BundleFolder(path + ".new");
        RemoveFolder(staging.Path);
        try
        {
            Directory.CreateDirectory(staging.Path);
            WriteFile(staging.Document, ProjectJson.Write(document));
            WriteFile(staging.Transforms, transforms.ToJson());
            SaveScores(staging.Path, result);
            TensorFile.Write(staging.Weights, weights.Select(w => (w.Name, w.Tensor)), new Dictionary<string, string> { ["format"] = "pt" });
            RemoveFolder(path);
            Directory.Move(staging.Path, path);
        }
        catch
        {
            RemoveFolder(staging.Path);
            throw;
        }
    }

    /// <summary>Writes how good the model of a bundle is.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public static void SaveScores(string path, RunResult result) => WriteFile(new BundleFolder(path).Summary, JsonSerializer.SerializeToUtf8Bytes(
        new { format = Format, result.Task, result.Epochs, result.BestEpoch, result.Train, result.Validation, result.Test, result.Units }, Json));

    /// <summary>Writes from which probabilities on the model of a bundle says a class or gives a label.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public static void SaveThresholds(string path, DecisionThresholds thresholds) => WriteFile(new BundleFolder(path).Thresholds, thresholds.ToJson());

    /// <summary>Opens a bundle.</summary>
    /// <exception cref="TrainingException">The folder is no bundle, damaged, or of a newer format.</exception>
    /// <exception cref="DataException">Its transforms cannot be read.</exception>
    public static ModelBundle Open(string path)
    {
        var folder = new BundleFolder(path);
        string[] parts = [folder.Summary, folder.Document, folder.Transforms, folder.Weights];
        if (Path.GetFileName(parts.FirstOrDefault(part => !File.Exists(part))) is { } missing)
        {
            throw new TrainingException(TrainingMessages.NotABundle.With(("path", path), ("missing", missing)));
        }

        CheckFormat(folder.Summary);
        return new(
            ReadDocument(folder.Document),
            FittedTransforms.FromJson(File.ReadAllBytes(folder.Transforms), Path.GetFileName(folder.Transforms)),
            folder.Weights) { Thresholds = ReadThresholds(folder.Thresholds) };
    }

    private static DecisionThresholds ReadThresholds(string file)
    {
        try
        {
            return File.Exists(file) ? DecisionThresholds.FromJson(File.ReadAllBytes(file)) : DecisionThresholds.Usual;
        }
        catch (JsonException e)
        {
            throw new TrainingException(TrainingMessages.DamagedBundle.With(("summary", file)), e);
        }
    }

    private static ProjectDocument ReadDocument(string file)
    {
        try
        {
            return ProjectJson.Read(File.ReadAllBytes(file));
        }
        catch (ProjectFileException e)
        {
            throw new TrainingException(TrainingMessages.DamagedDocument.With(("file", file), ("what", e.Reason)), e);
        }
    }

    private static void CheckFormat(string summary)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(summary, Encoding.UTF8));
            if (json.RootElement.GetProperty("format").GetInt32() == Format)
            {
                return;
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TrainingException(TrainingMessages.DamagedBundle.With(("summary", summary)), e);
        }

        throw new TrainingException(TrainingMessages.NewerBundle.With(("summary", summary)));
    }

    private static void WriteFile(string path, byte[] content) => SavedFile.Write(path, stream => stream.Write(content));

    private static void RemoveFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
