using static TorchSharp.torch;

namespace Builder.Training.Acceleration;

/// <summary>What TorchSharp itself does not offer and makes training faster: mixed precision, and another order of pictures in memory.</summary>
public static class Accelerator
{
    private static readonly TorchScript s_channelsLast = new("""
        def run(pictures: Tensor) -> Tensor:
            # 2 is torch.channels_last. With one channel both orders are the same, and only a copy is marked as being in this one.
            if pictures.size(1) == 1:
                return pictures.clone(memory_format=2)
            return pictures.contiguous(memory_format=2)
        """);

    /// <summary>A scope in which operations that can stand it compute in bfloat16; null where full precision is wanted.</summary>
    public static IDisposable? Autocast(bool bfloat16, Device device) => bfloat16 ? new AutocastScope(device.type) : null;

    /// <summary>
    /// The same picture values [N, C, H, W] with the channels of a pixel side by side, the order in which convolutions read fastest. Layers
    /// hand the order on from input to output.
    /// </summary>
    public static Tensor ChannelsLast(Tensor pictures) => s_channelsLast.Tensor(pictures);
}
