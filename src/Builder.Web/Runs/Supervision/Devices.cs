namespace Builder.Web.Runs.Supervision;

/// <summary>What this computer can train on. Each device has a place for one training at a time.</summary>
public static class Devices
{
    /// <summary>The fastest there is.</summary>
    public const string Automatic = "auto";

    /// <summary>The processor.</summary>
    public const string Cpu = "cpu";

    /// <summary>The first NVIDIA GPU.</summary>
    public const string Cuda = "cuda";

    private const string NvidiaDevices = "/proc/driver/nvidia/gpus";

    // Comes with NVIDIA's driver for Windows.
    private const string NvidiaLibrary = "nvcuda.dll";

    /// <summary>True where there is a GPU that may be used.</summary>
    public static bool HasCuda { get; } = OperatingSystem.IsWindows()
        ? File.Exists(Path.Combine(Environment.SystemDirectory, NvidiaLibrary))
        : Directory.Exists(NvidiaDevices) && Directory.EnumerateDirectories(NvidiaDevices).Any();

    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<string> All => HasCuda ? [Automatic, Cpu, Cuda] : [Automatic, Cpu];

    /// <summary>The device whose place a run takes.</summary>
    public static string PlaceOf(string? device) => device is null or Automatic ? (HasCuda ? Cuda : Cpu) : device;
}
