using TorchSharp.Interop;

namespace TorchSharp.Extras;

/// <summary>
/// What happens when another process sends this one SIGSEGV. The runtime swallows the first such signal and is blind to real faults from
/// then on; a process that computes with native code should end instead, as it would anywhere else.
/// </summary>
public static class ForeignFaults
{
    /// <summary>
    /// Lets such a signal end the process, and ends it now where the runtime has swallowed one already. Faults of the process's own code are
    /// treated as before. It takes no time and loads no libtorch: a program calls it first of all.
    /// </summary>
    public static void EndTheProcess() => FaultMethods.faults_obey_foreign();

    /// <summary>
    /// Lets the operating system end this process after so many whole seconds, at least one, whatever it does then. Loading or taking down
    /// libtorch holds locks that an ordinary end waits for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than a second.</exception>
    public static void EndWithin(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.FromSeconds(1));
        FaultMethods.faults_end_within((uint)time.TotalSeconds);
    }
}
