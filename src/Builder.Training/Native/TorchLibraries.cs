using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Win32.SafeHandles;

namespace Builder.Training.Native;

/// <summary>
/// Makes the package's native library loadable on Linux systems whose C++ runtime is older than it wants, such as Debian 12's; the way is
/// <see cref="ElfSymbolVersions"/>. The changed copy lives in memory only. Where the library loads as it is, nothing is touched.
/// </summary>
public static class TorchLibraries
{
    private const string Name = "LibTorchSharp";
    private const string Binding = $"lib{Name}.so";

    // In this order: each needs those before it.
    private static readonly string[] s_torch = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];

    private static readonly Lazy<nint> s_patched = new(LoadPatched);
    private static int s_registered;

    /// <summary>
    /// From here on the runtime asks here where it cannot load the library by itself. To be called before the first use of TorchSharp in a
    /// process; it costs nothing, and a second call changes nothing.
    /// </summary>
    public static void Register()
    {
        if (OperatingSystem.IsLinux() && Interlocked.Exchange(ref s_registered, 1) == 0)
        {
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name == Name ? s_patched.Value : 0;
        }
    }

    // 0 where that is not what stands in the way: then the runtime says what it has tried.
    private static nint LoadPatched()
    {
        if (RuntimeIsNewEnough() || Folder() is not { } folder
            || ElfSymbolVersions.ForOlderRuntime(File.ReadAllBytes(Path.Combine(folder, Binding))) is not { } patched)
        {
            return 0;
        }

        // The copy has no folder to look for them in; what is loaded already is found by its name.
        foreach (var library in s_torch)
        {
            NativeLibrary.Load(Path.Combine(folder, library));
        }

        using var memory = MemoryFile(patched);
        return NativeLibrary.Load($"/proc/self/fd/{memory.DangerousGetHandle()}");
    }

    private static bool RuntimeIsNewEnough() =>
        NativeLibrary.TryLoad("libstdc++.so.6", out var runtime) && NativeLibrary.TryGetExport(runtime, ElfSymbolVersions.Missing, out _);

    // The folder of the program, or that of the package where the program runs from its build folder.
    private static string? Folder() =>
        $"{AppContext.BaseDirectory}:{AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES")}".Split(':', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, Binding)) && s_torch.All(name => File.Exists(Path.Combine(folder, name))));

    private static SafeFileHandle MemoryFile(byte[] content)
    {
        var file = memfd_create(Binding, 1 /* MFD_CLOEXEC */);
        if (file.IsInvalid)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }

        RandomAccess.Write(file, content, 0);
        return file;
    }

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle memfd_create([MarshalAs(UnmanagedType.LPStr)] string name, uint flags);
}
