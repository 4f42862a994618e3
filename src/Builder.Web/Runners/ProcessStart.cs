using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Builder.Web.Runners;

/// <summary>When a process started: with its id that tells it from every other one, for ids are used again.</summary>
/// <param name="Ticks">On Linux the kernel's ticks since the machine's start, which no change of the clock moves; elsewhere .NET's ticks in UTC.</param>
/// <param name="Boot">On Linux the machine's start; elsewhere empty.</param>
internal readonly record struct ProcessStart(long Ticks, string Boot)
{
    /// <summary>That of a process; null where it has ended, or may not be looked at.</summary>
    public static ProcessStart? Of(int processId) => OperatingSystem.IsLinux() ? OnLinux(processId) : Anywhere(processId);

    /// <summary>As .NET tells it on every system.</summary>
    internal static ProcessStart? Anywhere(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : new(process.StartTime.ToUniversalTime().Ticks, "");
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return null;
        }
    }

    // The 22nd field of stat; the second, the name, may hold spaces and brackets, so one counts after its last bracket.
    private static ProcessStart? OnLinux(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return new(long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19], CultureInfo.InvariantCulture), BootId());
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string BootId() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
}
