using Builder.Training.Loop;
using static TorchSharp.torch;

namespace Builder.Training.Acceleration;

/// <summary>What TorchSharp itself does not offer and the engine can do without: mixed precision, another order of pictures, memory that is kept.</summary>
public static class Accelerator
{
#if TORCHSHARP_COMPAT
    /// <summary>True where mixed precision is at hand.</summary>
    public static bool HasAutocast => true;

    /// <summary>A scope in which operations that can stand it compute in bfloat16; null where the plan asks for full precision.</summary>
    public static IDisposable? Autocast(TrainerSettings settings, Device device) =>
        settings.BFloat16 ? new TorchSharp.Extras.AutocastScope(device.type, ScalarType.BFloat16) : null;

    /// <summary>
    /// The same picture values [N, C, H, W] with the channels of a pixel side by side, the order in which convolutions read fastest. Layers
    /// hand the order on from input to output.
    /// </summary>
    public static Tensor ChannelsLast(Tensor pictures) => TorchSharp.Extras.ChannelsLast.From(pictures);

    /// <summary>Makes the process keep the memory of large tensors from one step to the next.</summary>
    public static void KeepMemory() => TorchSharp.Extras.BlockCache.enable();
#else
    /// <summary>True where mixed precision is at hand.</summary>
    public static bool HasAutocast => false;

    /// <summary>Always null: everything is computed in full precision.</summary>
    public static IDisposable? Autocast(TrainerSettings settings, Device device) => null;

    /// <summary>The pictures as they are.</summary>
    public static Tensor ChannelsLast(Tensor pictures) => pictures;

    /// <summary>Does nothing: memory is libtorch's own affair.</summary>
    public static void KeepMemory()
    {
    }
#endif
}
