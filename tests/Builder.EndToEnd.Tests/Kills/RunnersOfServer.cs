using System.Diagnostics;
using System.Globalization;

namespace Builder.EndToEnd.Tests.Kills;

/// <summary>The processes that train for the servers of one data folder, as the operating system sees them.</summary>
internal static class RunnersOfServer
{
    /// <summary>Those that are alive now. They are known by the data folder in their environment, which they have from their server.</summary>
    public static IReadOnlyList<int> Alive(string home) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(id => Read(id, "cmdline").Contains("builder-runner", StringComparison.Ordinal))
            .Where(id => Read(id, "environ").Split('\0').Contains($"BUILDER_HOME={home}") && !HasEnded(id)),
    ];

    /// <summary>Waits until all of these have ended, and says how long after this moment that was.</summary>
    public static async Task<TimeSpan> UntilEndedAsync(IEnumerable<int> runners, Stopwatch since)
    {
        await Task.WhenAll(runners.Select(UntilEndedAsync));
        return since.Elapsed;
    }

    private static async Task UntilEndedAsync(int runner)
    {
        try
        {
            using var process = Process.GetProcessById(runner);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended before anybody could wait for it.
        }
    }

    // One that has ended but whose parent has not fetched it no longer trains.
    private static bool HasEnded(int process)
    {
        var stat = Read(process, "stat");
        return stat.Length == 0 || stat[stat.LastIndexOf(')') + 2] is 'Z' or 'X';
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
