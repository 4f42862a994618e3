using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Builder.Runner.Serving;

/// <summary>
/// How a process ends that computes with native code, also when the one that it works for is gone. An ordinary end takes libtorch down, and
/// waits for it where it is just being loaded; these do not.
/// </summary>
public static class ProcessEnding
{
    private static Timer? s_windows;

    /// <summary>Ends this process at once: no library is taken down. What shall be kept has been written before.</summary>
    /// <param name="exitCode">Exit code, 0 to 255.</param>
    [DoesNotReturn]
    public static void Now(int exitCode)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = TerminateProcess(GetCurrentProcess(), (uint)exitCode);
        }
        else
        {
            _exit(exitCode);
        }

        throw new InvalidOperationException("The process goes on after its end.");
    }

    /// <summary>
    /// Lets this process be ended after so many whole seconds, at least one, whatever it does then. On Linux and macOS the system does it
    /// (alarm(2)), on Windows a timer of this process. An earlier end that was asked for before stays.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than a second.</exception>
    public static void Within(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.FromSeconds(1));
        if (OperatingSystem.IsWindows())
        {
            s_windows ??= new Timer(_ => Now(1), null, time, Timeout.InfiniteTimeSpan);
            return;
        }

        var seconds = (uint)time.TotalSeconds;
        if (alarm(seconds) is > 0 and var before && before < seconds)
        {
            _ = alarm(before);
        }
    }

    /// <summary>
    /// Takes this process out of the terminal's reach, so that Ctrl+C goes to the server alone, which then ends its runners in order: it
    /// begins a session of its own (setsid(2)). Where it leads one already, nothing happens; on Windows neither: there the server starts it in a
    /// group of its own.
    /// </summary>
    public static void NotByTerminal()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = setsid();
        }
    }

    /// <summary>
    /// The same as <see cref="Within"/>, from the moment in which nobody holds the other end of standard input any more, or in which the process that started this one
    /// is gone. A thread of its own waits for that, so that it is noticed whatever of its input the process has not read yet: the end of
    /// input at once on Linux (macOS tells of it only whoever reads), the end of the parent within a second. On Windows nothing happens: there the
    /// system ends this process with the server.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than a second.</exception>
    public static void WithinOfServer(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.FromSeconds(1));
        if (!OperatingSystem.IsWindows())
        {
            var parent = getppid();
            new Thread(() => WaitForServer(parent, time), 128 << 10) { IsBackground = true, Name = "end of server" }.Start();
        }
    }

    private static void WaitForServer(int parent, TimeSpan time)
    {
        const int interrupted = 4;
        const short error = 0x8;
        const short hungUp = 0x10;
        const int patience = 1_000;

        // Asked for nothing: what there is to read is not this thread's business, and a broken pipe is told unasked.
        var input = new PollRequest();
        int told;
        while ((told = poll(ref input, 1, patience)) == 0 || (told < 0 && Marshal.GetLastPInvokeError() == interrupted))
        {
            // A process whose parent is gone gets another one.
            if (getppid() != parent)
            {
                Within(time);
                return;
            }
        }

        if (told > 0 && (input.Returned & (error | hungUp)) != 0)
        {
            Within(time);
        }
    }

    // pollfd of poll(2): standard input is descriptor 0, and no event is asked for.
    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Wanted;
        public short Returned;
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories), DoesNotReturn]
    private static extern void _exit(int code);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint alarm(uint seconds);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getppid();

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setsid();

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int poll(ref PollRequest requests, nuint count, int timeout);

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentProcess();

    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int TerminateProcess(nint process, uint code);
}
