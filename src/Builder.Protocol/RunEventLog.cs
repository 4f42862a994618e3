namespace Builder.Protocol;

/// <summary>The log of a run: its events in the run's folder, one JSON object a line, as the runner writes them.</summary>
public static class RunEventLog
{
    /// <summary>Its name in the folder of a run.</summary>
    public const string FileName = "events.jsonl";

    /// <summary>
    /// The events in their order, none where there is no log. A line that is no event tells nothing, the others still do: a runner that was
    /// killed leaves half a line, another version writes what this one does not know.
    /// </summary>
    /// <param name="runFolder">The folder of the run.</param>
    public static IEnumerable<RunEvent> Read(string runFolder)
    {
        using var lines = Open(Path.Combine(runFolder, FileName));
        while (Next(lines) is { } line)
        {
            if (RunEventJson.TryRead(line) is { } happened)
            {
                yield return happened;
            }
        }
    }

    private static StreamReader? Open(string file)
    {
        try
        {
            return new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Next(StreamReader? lines)
    {
        try
        {
            return lines?.ReadLine();
        }
        catch (IOException)
        {
            return null; // The disk was taken away: what was read so far counts.
        }
    }
}
