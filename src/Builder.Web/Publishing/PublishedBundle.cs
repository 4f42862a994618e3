using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Datasets.Archives;
using Builder.Files;
using Builder.Graph;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage.Files;
using Builder.Storage.Publishing;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Publishing;

/// <summary>
/// What the folder of a published version holds: the model itself, what is known of how good it is, beside simple methods too, and of what matters to it, and what it takes and
/// gives, so that its page can be shown without loading it. It is laid out as a run's folder is. Pictures and files of the data are not in it.
/// </summary>
/// <param name="Run">The run, as it lies in the version's folder.</param>
/// <param name="Description">What the model takes and gives.</param>
/// <param name="Picture">What its pictures are like; null where it takes none, or none are known.</param>
public sealed record PublishedBundle(FinishedRun Run, ModelDescription Description, PictureHint? Picture)
{
    private const string FileName = "model.json";
    private const int MostBytes = 16 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Writes it into a folder.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="PublishingException">The run's model was replaced meanwhile.</exception>
    public async Task WriteAsync(string folder, CancellationToken ct = default)
    {
        var (from, to) = (new RunFolder(Run.Folder), new RunFolder(folder));
        var before = Written(from);
        await Task.Run(() => Folders.Copy(from.Bundle, to.Bundle, ct: ct), ct);
        OwnerOnly.Copy(Path.Combine(from.Path, Evaluation.FileName), Path.Combine(to.Path, Evaluation.FileName));
        foreach (var (told, copy) in new[] { (from.Importance, to.Importance), (from.Rivals, to.Rivals) })
        {
            if (File.Exists(told))
            {
                OwnerOnly.Copy(told, copy);
            }
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(new Contract(Description, Picture), Json), ct);

        // A run that is resumed writes another model into its folder: half of each would be neither.
        if (Written(from) != before)
        {
            throw PublishingException.Changed();
        }
    }

    /// <summary>Reads the one of a version; null where its files were damaged or taken away.</summary>
    public static PublishedBundle? Read(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        try
        {
            return BoundedFile.Read(Path.Combine(version.Folder, FileName), MostBytes) is { } json && JsonSerializer.Deserialize<Contract>(json, Json) is { } contract
                && EvaluationFile.Read(Path.Combine(version.Folder, Evaluation.FileName)) is { } evaluation
                ? new(new(version.RunId, Localized.Same(""), version.Folder, version.PublishedAt.LocalDateTime, evaluation), contract.Description, contract.Picture)
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (DateTime Summary, DateTime Weights, DateTime Evaluation) Written(RunFolder run)
    {
        var bundle = new BundleFolder(run.Bundle);
        return (File.GetLastWriteTimeUtc(bundle.Summary), File.GetLastWriteTimeUtc(bundle.Weights), File.GetLastWriteTimeUtc(Path.Combine(run.Path, Evaluation.FileName)));
    }

    private sealed record Contract(ModelDescription Description, PictureHint? Picture);
}
