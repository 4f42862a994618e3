using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Extras;

/// <summary>
/// The instructions that OpenBLAS multiplies matrices with. It recognises processors by a list, and takes the oldest instructions for one that
/// is younger than the list: matrices then take five times as long. It can be told by a variable of the environment when it is loaded
/// (https://github.com/OpenMathLib/OpenBLAS, "Setting the target at runtime").
/// </summary>
public static unsafe class BlasCoreType
{
    /// <summary>The variable's name.</summary>
    public const string Variable = "OPENBLAS_CORETYPE";

    // What it falls back to. None of these knows AVX2.
    private static readonly string[] s_fallbacks = ["Prescott", "Nehalem", "Sandybridge"];

    /// <summary>What it must be told; null where it finds the right instructions by itself, where somebody has told it already, and where it is not there.</summary>
    public static string? Needed { get; } =
        Environment.GetEnvironmentVariable(Variable) is null && OfProcessor() is { } own && s_fallbacks.Contains(FoundByItself()) ? own : null;

    private static bool HasAvx512 =>
        Avx512F.IsSupported && Avx512F.VL.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512CD.IsSupported;

    /// <summary>Tells it. Must be called before libtorch is loaded.</summary>
    internal static void Tell()
    {
        if (Needed is not null)
        {
            fixed (byte* name = ZeroTerminated(Variable), value = ZeroTerminated(Needed))
            {
                // The runtime keeps a copy of the environment, which native code does not see.
                _ = setenv(name, value, 1);
            }
        }
    }

    private static string? OfProcessor() => HasAvx512 ? "SkylakeX" : Avx2.IsSupported && Fma.IsSupported ? "Haswell" : null;

    // Loaded for a moment only, so that it looks at the variable when libtorch loads it.
    private static string? FoundByItself()
    {
        if (!NativeLibrary.TryLoad("libopenblas.so.0", out var library))
        {
            return null;
        }

        var name = NativeLibrary.TryGetExport(library, "openblas_get_corename", out var ask)
            ? Marshal.PtrToStringUTF8(((delegate* unmanaged<IntPtr>)ask)())
            : null;
        NativeLibrary.Free(library);
        return name;
    }

    private static byte[] ZeroTerminated(string text) => System.Text.Encoding.ASCII.GetBytes(text + '\0');

    [DllImport("libc")]
    private static extern int setenv(byte* name, byte* value, int overwrite);
}
