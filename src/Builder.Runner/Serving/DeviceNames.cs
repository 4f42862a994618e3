using Builder.Runner.Console;
using Builder.Training.Runs;

namespace Builder.Runner.Serving;

/// <summary>Devices as commands name them.</summary>
internal static class DeviceNames
{
    /// <exception cref="UsageException">There is no such device.</exception>
    public static DeviceChoice Parse(string name) => name switch
    {
        "auto" => DeviceChoice.Auto,
        "cpu" => DeviceChoice.Cpu,
        "cuda" => DeviceChoice.Cuda,
        _ => throw new UsageException(new(
            $"There is no device “{name}”. Choose auto, cpu or cuda.", $"没有名为“{name}”的设备。请选择 auto、cpu 或 cuda。")),
    };
}
