using Builder.Training.Loop;
using static TorchSharp.torch;

namespace Builder.Training.Acceleration;

/// <summary>What TorchSharp itself does not offer and the engine can do without: mixed precision and another order of pictures in memory.</summary>
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
#else
    /// <summary>True where mixed precision is at hand.</summary>
    public static bool HasAutocast => false;

    /// <summary>Always null: everything is computed in full precision.</summary>
    public static IDisposable? Autocast(TrainerSettings settings, Device device) => null;

    /// <summary>The pictures as they are.</summary>
    public static Tensor ChannelsLast(Tensor pictures) => pictures;
#endif
}
