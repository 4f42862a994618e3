using System.Text.Json;
using Builder.Files;
using Builder.Protocol;
using Builder.Storage.Files;

namespace Builder.Web.Runs.Feed;

/// <summary>What lies on the disk of a run's curves: its events, and the losses within epochs, which are no events.</summary>
internal static class RunHistory
{
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
            return File.Exists(file) && JsonSerializer.Deserialize<StepPoint[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web) is { } steps
                ? [.. steps.Where(s => s is { Train: not null })] : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
