using System.Diagnostics;
using System.Text.Json;

namespace Builder.Web.Runners;

/// <summary>
/// Which process trains a run, as a file in the run's folder: a server that was killed and starts again can end a runner that is still
/// there. A process is known by its id and its start time, for ids are used again.
/// </summary>
/// <param name="ProcessId">Its id.</param>
/// <param name="StartTicks">When it started, as <see cref="ProcessStart"/> tells it.</param>
/// <param name="Boot">The machine's start; empty where that plays no part.</param>
public sealed record RunnerPidFile(int ProcessId, long StartTicks, string Boot)
{
    private const string FileName = "runner.json";

    /// <summary>Marks a process; null where it has ended already.</summary>
    public static RunnerPidFile? Of(int processId) => ProcessStart.Of(processId) is { } start ? new(processId, start.Ticks, start.Boot) : null;

    /// <summary>Writes the mark into a run's folder.</summary>
    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));

    /// <summary>Takes the mark away.</summary>
    public static void Remove(string folder)
    {
        try
        {
            File.Delete(Path.Combine(folder, FileName));
        }
        catch (IOException)
        {
            // It names a process that has ended: harmless.
        }
    }

    /// <summary>Ends the process that a folder's mark names, if it is still the same.</summary>
    /// <returns>True where it was still there.</returns>
    public static bool EndLeftOver(string folder)
    {
        var isThere = Read(folder) is { } mark && mark == Of(mark.ProcessId);
        if (isThere)
        {
            Kill(Read(folder)!.ProcessId);
        }

        Remove(folder);
        return isThere;
    }

    private static RunnerPidFile? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<RunnerPidFile>(File.ReadAllText(Path.Combine(folder, FileName)));
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Kill(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill(entireProcessTree: false);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended in this moment.
        }
    }
}
