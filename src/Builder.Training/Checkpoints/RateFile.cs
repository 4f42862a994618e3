using System.Text.Json;
using Builder.Datasets.Archives;
using Builder.Files;
using Builder.Protocol.Messages;
using Builder.Training.Formats;
using Builder.Training.Loop;

namespace Builder.Training.Checkpoints;

/// <summary>The changes of a run's learning rates that people made while it trained, in the run's folder: [{"epoch":7,"step":3,"factor":0.1}].</summary>
internal static class RateFile
{
    /// <summary>The changes that a folder knows; none where the file is missing.</summary>
    /// <exception cref="CheckpointException">The file cannot be read, or holds something else.</exception>
    public static IReadOnlyList<RateChange> Read(RunFolder folder)
    {
        try
        {
            return !File.Exists(folder.Rates) ? []
                : BoundedFile.Read(folder.Rates, RunFolder.MostRateBytes) is { } json ? Checked(JsonSerializer.Deserialize<RateChange[]>(json, JsonSerializerOptions.Web))
                : throw new JsonException("There are more changes than anybody makes.");
        }
        catch (JsonException broken)
        {
            throw CheckpointErrors.Damaged(folder.Rates, TrainingMessages.RatesNotUnderstood.With(), broken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw CheckpointErrors.Unreadable(folder.Rates, refused);
        }
    }

    /// <summary>Keeps all changes so far.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public static void Write(RunFolder folder, IReadOnlyList<RateChange> changes) =>
        SavedFile.Write(folder.Rates, stream => JsonSerializer.Serialize(stream, changes, JsonSerializerOptions.Web));

    private static RateChange[] Checked(RateChange[]? changes) => changes is not null && changes.All(c => c is { Epoch: > 0, Step: >= 0, Factor: > 0 } && double.IsFinite(c.Factor))
        ? [.. changes.OrderBy(c => (c.Epoch, c.Step))] : throw new JsonException("Something in it is no change of a learning rate.");
}
