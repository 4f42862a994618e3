using static TorchSharp.torch;

namespace Builder.Training.Tests;

/// <summary>
/// Where the tests of layers and of training compute: the CPU, or what the environment variable BUILDER_TEST_DEVICE names, such as "cuda".
/// </summary>
internal static class TestDevice
{
    /// <summary>The device.</summary>
    public static Device Current { get; } = device(Environment.GetEnvironmentVariable("BUILDER_TEST_DEVICE") is { Length: > 0 } name ? name : "cpu");

    /// <summary>
    /// What float32 results may differ by, relative to the largest value of a tensor. A GPU adds in another order and convolves by
    /// transforms that round more, so a tenth of the digits' precision is left to it; its 19-bit TF32 numbers must be off.
    /// </summary>
    public static double Float32Tolerance => Current.type == TorchSharp.DeviceType.CPU ? 1e-5 : 1e-4;
}
