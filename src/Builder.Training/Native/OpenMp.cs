using System.Runtime.InteropServices;

namespace Builder.Training.Native;

/// <summary>
/// OpenMP, with whose threads libtorch computes. They wait for each other by turning in circles, which is quick where a processor belongs to a
/// training alone, and takes it away from whoever has something to do where it does not: beside two other trainings one took twice as long
/// and four times the processor. OMP_WAIT_POLICY lets them sleep (https://gcc.gnu.org/onlinedocs/libgomp/OMP_005fWAIT_005fPOLICY.html);
/// on a quiet machine that cost nothing that could be measured.
/// </summary>
public static class OpenMp
{
    private const string Policy = "OMP_WAIT_POLICY";

    /// <summary>Lets waiting threads sleep, where nobody has said how they are to wait. To be called before libtorch is loaded: OpenMP reads it then.</summary>
    public static void SleepWhileWaiting()
    {
        // .NET keeps variables to itself on these systems; those of the C library are meant.
        if (OperatingSystem.IsLinux())
        {
            _ = setenv(Policy, "passive", overwrite: 0);
        }
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setenv([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
