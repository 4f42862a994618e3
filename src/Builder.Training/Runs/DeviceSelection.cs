using Builder.Protocol.Messages;
using static TorchSharp.torch;

namespace Builder.Training.Runs;

/// <summary>Chooses where to compute.</summary>
public static class DeviceSelection
{
    /// <summary>The device of a choice.</summary>
    /// <exception cref="TrainingException">A GPU was asked for, but there is none that libtorch can use.</exception>
    public static Device Of(DeviceChoice choice)
    {
        var hasGpu = choice != DeviceChoice.Cpu && cuda.is_available();
        return choice == DeviceChoice.Cuda && !hasGpu
            ? throw new TrainingException(TrainingMessages.NoGpu.With())
            : device(hasGpu ? "cuda:0" : "cpu");
    }
}
