using Builder.Protocol.Messages;
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
        _ => throw UsageException.Because(RunnerMessages.NoSuchDevice.With(("name", name))),
    };
}
