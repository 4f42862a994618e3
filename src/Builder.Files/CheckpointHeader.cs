using System.Text.Json;

namespace Builder.Files;

/// <summary>What the head of a checkpoint tells without loading it: a checkpoint is a safetensors file whose metadata say where the run stands.</summary>
public static class CheckpointHeader
{
    /// <summary>The entry of the metadata that holds the run's state, a JSON object.</summary>
    public const string StateKey = "builder.state";

    /// <summary>The property of the state that counts the whole epochs that are done.</summary>
    public const string EpochProperty = "Epoch";

    /// <summary>Whole epochs that were done when it was written; null where the file is no checkpoint.</summary>
    public static long? EpochsDone(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var header = JsonDocument.Parse(SafetensorsPrefix.Read(file).AsMemory(SafetensorsPrefix.LengthBytes));
            var metadata = header.RootElement.GetProperty(SafetensorsPrefix.MetadataName);
            using var state = JsonDocument.Parse(metadata.GetProperty(StateKey).GetString() ?? "");
            return state.RootElement.GetProperty(EpochProperty).GetInt64();
        }
        catch (Exception unreadable) when (unreadable
            is IOException or InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
