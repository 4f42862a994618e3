using Builder.Training.Loop;
using static TorchSharp.torch;

namespace Builder.Training.Acceleration;

/// <summary>What TorchSharp itself does not offer and the engine can do without: mixed precision.</summary>
public static class Accelerator
{
#if TORCHSHARP_COMPAT
    /// <summary>True where mixed precision is at hand.</summary>
    public static bool HasAutocast => true;

    /// <summary>A scope in which operations that can stand it compute in bfloat16; null where the plan asks for full precision.</summary>
    public static IDisposable? Autocast(TrainerSettings settings, Device device) =>
        settings.BFloat16 ? new TorchSharp.Extras.AutocastScope(device.type, ScalarType.BFloat16) : null;
#else
    /// <summary>True where mixed precision is at hand.</summary>
    public static bool HasAutocast => false;

    /// <summary>Always null: everything is computed in full precision.</summary>
    public static IDisposable? Autocast(TrainerSettings settings, Device device) => null;
#endif
}
