using TorchSharp.Interop;

namespace TorchSharp.Extras;

/// <summary>
/// What happens when another process sends this one SIGSEGV. The runtime swallows the first such signal and is blind to real faults from
/// then on; a process that computes with native code should end instead, as it would anywhere else.
/// </summary>
public static class ForeignFaults
{
    /// <summary>Lets such a signal end the process. Faults of the process's own code are treated as before.</summary>
    public static void EndTheProcess() => NativeMethods.shim_obey_foreign_faults();
}
