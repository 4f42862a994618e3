using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The native part that does not need libtorch, and so is there at once.</summary>
internal static class EndingMethods
{
    [DllImport("builder_ending"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern void ending_obey_foreign_faults();

    [DllImport("builder_ending"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern void ending_now(int code);

    [DllImport("builder_ending"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern void ending_within(uint seconds);

    [DllImport("builder_ending"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern void ending_within_of_input(uint seconds);
}
