using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Extras;

/// <summary>Pictures with the channels of a pixel side by side in memory, which convolutions read faster.</summary>
public static class ChannelsLast
{
    private const int ChannelsLastFormat = 2;
    private static readonly Operator s_contiguous = new("contiguous");
    private static readonly Operator s_clone = new("clone");

    /// <summary>The same [N, C, H, W] tensor in that order of memory; the same object's elements where it is already.</summary>
    public static Tensor From(Tensor tensor) => tensor.size(1) == 1
        // With one channel both orders are the same, and only a copy is marked as being in this one.
        ? s_clone.Call(tensor, ChannelsLastFormat)
        : s_contiguous.Call(tensor, ChannelsLastFormat);
}
