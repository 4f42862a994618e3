using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Builder.Bench.Measuring;

/// <summary>
/// The instructions that the peer's OpenBLAS multiplies matrices with. It recognises processors by a list, and takes the oldest instructions for
/// one that is younger than the list: a peer whose matrices take five times as long is no measure. It can be told by a variable of the
/// environment when it is loaded (https://github.com/OpenMathLib/OpenBLAS, "Setting the target at runtime").
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

    private static string? OfProcessor() => HasAvx512 ? "SkylakeX" : Avx2.IsSupported && Fma.IsSupported ? "Haswell" : null;

    // Loaded for a moment only, to ask it.
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
}
