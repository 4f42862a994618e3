using System.Runtime.InteropServices;
using TorchSharp;

namespace Builder.Training.Native;

/// <summary>Finds functions of libtorch that TorchSharp does not offer, by the names that its C++ compilers give them.</summary>
internal static class LibtorchExports
{
    /// <summary>The addresses, in the order of the names; null where one is missing, as in another version.</summary>
    /// <param name="names">Each name in the Itanium ABI (Linux, macOS) and in Microsoft's.</param>
    public static nint[]? Find(params (string Unix, string Windows)[] names)
    {
        // Whatever TorchSharp does first loads its libraries.
        _ = torch.get_num_threads();
        if (!NativeLibrary.TryLoad("torch_cpu", typeof(torch).Assembly, null, out var library))
        {
            return null;
        }

        var found = names.Select(name => NativeLibrary.TryGetExport(library, OperatingSystem.IsWindows() ? name.Windows : name.Unix, out var address) ? address : 0).ToArray();
        return found.Contains(0) ? null : found;
    }
}
