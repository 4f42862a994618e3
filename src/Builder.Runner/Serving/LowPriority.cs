using System.Runtime.InteropServices;

namespace Builder.Runner.Serving;

/// <summary>Lets a thread give way to the other work of the machine.</summary>
internal static class LowPriority
{
    private const int Process = 0;
    private const uint Caller = 0;
    private const int Nice = 10;

    /// <summary>
    /// The calling thread, and those that it starts, compute with what others leave (setpriority(2): on Linux of the thread, on macOS of the whole process; on Windows the
    /// thread's own priority). Where the system refuses, it computes as any other.
    /// </summary>
    public static void Take()
    {
        if (OperatingSystem.IsWindows())
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            return;
        }

        _ = setpriority(Process, Caller, Nice);
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpriority(int which, uint who, int value);
}
