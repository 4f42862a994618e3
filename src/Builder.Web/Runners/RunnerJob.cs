using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Builder.Web.Runners;

/// <summary>
/// On Windows, what ends the runners with this server, however it ends: a job object whose processes the system ends when its last handle is
/// closed. See "Job Objects" in the documentation of Windows. On other systems runners watch for the server's end themselves.
/// </summary>
internal static class RunnerJob
{
    private const int ExtendedLimitInformation = 9;
    private const uint KillOnJobClose = 0x2000;

    // Nobody closes it: the system does, when this process is gone.
    private static readonly Lazy<nint> s_job = new(Create);

    /// <summary>
    /// Puts a runner into the job; nothing happens on other systems. Where Windows refuses, because the process has ended or its own job forbids
    /// it, the runner still ends when it reads the end of its input.
    /// </summary>
    public static void Take(Process runner)
    {
        if (!OperatingSystem.IsWindows() || s_job.Value == 0)
        {
            return;
        }

        try
        {
            _ = AssignProcessToJobObject(s_job.Value, runner.Handle);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    // 0 where it cannot be had.
    private static nint Create()
    {
        var job = CreateJobObjectW(0, 0);
        var limits = new ExtendedLimits { Basic = new() { Flags = KillOnJobClose } };
        return job != 0 && SetInformationJobObject(job, ExtendedLimitInformation, in limits, (uint)Marshal.SizeOf<ExtendedLimits>()) != 0 ? job : 0;
    }

    /// <summary>JOBOBJECT_BASIC_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct BasicLimits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint LeastWorkingSet;
        public nuint MostWorkingSet;
        public uint ActiveProcesses;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
    }

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION, with its IO_COUNTERS.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ExtendedLimits
    {
        public BasicLimits Basic;
        public ulong Reads;
        public ulong Writes;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }

    [DllImport("kernel32.dll", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint CreateJobObjectW(nint security, nint name);

    [DllImport("kernel32.dll", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetInformationJobObject(nint job, int kind, in ExtendedLimits limits, uint length);

    [DllImport("kernel32.dll", ExactSpelling = true), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int AssignProcessToJobObject(nint job, nint process);
}
