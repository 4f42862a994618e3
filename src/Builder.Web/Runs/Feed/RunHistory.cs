using System.Text.Json;
using Builder.Files;
using Builder.Protocol;
using Builder.Storage.Files;

namespace Builder.Web.Runs.Feed;

/// <summary>What lies on the disk of a run's curves: its events, and the losses within epochs, which are no events.</summary>
internal static class RunHistory
{
    /// <summary>Puts what lies on the disk into a ring.</summary>
    public static void Read(string folder, RunRing ring)
    {
        foreach (var happened in Events(folder))
        {
            ring.Add(happened);
        }

        ring.Restore(Steps(folder));
    }

    /// <summary>Keeps the losses within epochs.</summary>
    public static Task WriteStepsAsync(string folder, RunRing ring)
    {
        var steps = ring.Since(0)?.Steps ?? [];
        return StoredFile.WriteAsync(new RunFolder(folder).Steps, JsonSerializer.SerializeToUtf8Bytes(steps, JsonSerializerOptions.Web));
    }

    private static IEnumerable<RunEvent> Events(string folder)
    {
        var file = new RunFolder(folder).Events;
        return File.Exists(file) ? File.ReadLines(file).Select(Event).OfType<RunEvent>() : [];
    }

    // A runner that was killed may leave half a line.
    private static RunEvent? Event(string line)
    {
        try
        {
            return RunEventJson.Read(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StepPoint[] Steps(string folder)
    {
        var file = new RunFolder(folder).Steps;
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<StepPoint[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
