using System.Text.Json;
using Builder.Datasets.Archives;
using Builder.Files;
using Builder.Protocol;
using Builder.Storage.Files;

namespace Builder.Web.Runs.Feed;

/// <summary>What lies on the disk of a run's curves: its events, and the losses within epochs, which are no events.</summary>
internal static class RunHistory
{
    private const int MostBytes = 64 << 20;

    /// <summary>Puts what lies on the disk into a ring.</summary>
    public static void Read(string folder, RunEventBuffer ring)
    {
        foreach (var happened in RunEventLog.Read(new RunFolder(folder).Events))
        {
            ring.Add(happened);
        }

        ring.Restore(Steps(folder));
    }

    /// <summary>Keeps the losses within epochs.</summary>
    public static Task WriteStepsAsync(string folder, RunEventBuffer ring)
    {
        var steps = ring.Since(0)?.Steps ?? [];
        return StoredFile.WriteAsync(new RunFolder(folder).Steps, JsonSerializer.SerializeToUtf8Bytes(steps, JsonSerializerOptions.Web));
    }

    private static StepPoint[] Steps(string folder)
    {
        var file = new RunFolder(folder).Steps;
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, MostBytes) is { } json && JsonSerializer.Deserialize<StepPoint[]>(json, JsonSerializerOptions.Web) is { } steps
                ? [.. steps.Where(IsPoint)] : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The file may have come in with somebody's project: 1e999 is read as infinity, which cannot be told to any viewer.
    private static bool IsPoint(StepPoint? step) => step is { Train: not null } && double.IsFinite(step.At) && step.Train.Values.All(loss => loss is null || double.IsFinite(loss.Value));
}
