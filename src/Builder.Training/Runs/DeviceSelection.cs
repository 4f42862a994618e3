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
            ? throw new TrainingException("NoGpu", new(
                "This machine has no GPU that libtorch can use. Train with --device cpu, or build with BUILDER_TORCH=cuda, which takes libtorch with CUDA.",
                "本机没有 libtorch 可用的 GPU。请使用 --device cpu 训练，或在构建时设置 BUILDER_TORCH=cuda，以使用支持 CUDA 的 libtorch。"))
            : device(hasGpu ? "cuda:0" : "cpu");
    }
}
