using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Builder.Web.Runners;

/// <summary>
/// Which process trains a run, as a file in the run's folder: a server that was killed and starts again can end a runner that is still
/// there. A process is known by its id and its start time, for ids are used again.
/// </summary>
/// <param name="ProcessId">Its id.</param>
/// <param name="StartTicks">When it started, in the kernel's ticks since the machine did.</param>
/// <param name="Boot">The machine's start.</param>
public sealed record RunnerPidFile(int ProcessId, long StartTicks, string Boot)
{
    private const string FileName = "runner.json";

    /// <summary>Marks a process; null where it has ended already.</summary>
    public static RunnerPidFile? Of(int processId) => StartOf(processId) is { } ticks ? new(processId, ticks, BootId()) : null;

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
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended in this moment.
        }
    }

    // The 22nd field of stat; the second, the name, may hold spaces and brackets, so one counts after its last bracket.
    private static long? StartOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string BootId() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
}
