using TorchSharp.Interop;

namespace TorchSharp.Extras;

/// <summary>
/// Keeps the memory of large freed tensors for the next ones of the same size, up to a quarter of the machine's. Training asks for the same
/// sizes in every step: it gets faster, because the system need not clear the same pages again and again, and its memory stays flat.
/// </summary>
public static class BlockCache
{
    /// <summary>Turns the cache on, for this process and for good; a second time changes nothing.</summary>
    public static void enable() => NativeError.Check(NativeMethods.shim_enable_block_cache());
}
