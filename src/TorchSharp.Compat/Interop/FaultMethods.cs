using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The native part that does not need libtorch, and so is there at once.</summary>
internal static class FaultMethods
{
    [DllImport("builder_faults"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern void faults_obey_foreign();

    [DllImport("builder_faults"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern void faults_end_within(uint seconds);
}
