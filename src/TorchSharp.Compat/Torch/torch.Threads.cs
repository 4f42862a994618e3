using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static int get_num_threads() => NativeMethods.shim_get_num_threads();

    /// <summary>How many threads an operator may use on the CPU.</summary>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.shim_set_num_threads(num));
}
