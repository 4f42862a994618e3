using System.Text.Json;

namespace Builder.Web.Tests.Runs;

/// <summary>The processes that train, as the operating system sees them.</summary>
internal static class RunnerProcesses
{
    /// <summary>The process that a run's folder names.</summary>
    public static int Of(string runFolder)
    {
        using var mark = JsonDocument.Parse(File.ReadAllText(Path.Combine(runFolder, "runner.json")));
        return mark.RootElement.GetProperty("ProcessId").GetInt32();
    }

    /// <summary>Sends a signal.</summary>
    public static void Signal(int process, string signal)
    {
        // Where another process sends a fault, .NET's runtime looks for one of its own at first and obeys only the next.
        using var kill = System.Diagnostics.Process.Start("bash", ["-c", "for ((i = 0; i < $2; i++)); do kill -$0 $1 2>/dev/null || exit 0; sleep 0.02; done", signal, $"{process}", signal == "SEGV" ? "50" : "1"]);
        kill.WaitForExit();
    }

    /// <summary>True while a process lives; one that has ended but has not been fetched counts as dead.</summary>
    public static bool IsAlive(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
