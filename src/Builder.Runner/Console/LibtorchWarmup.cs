using static TorchSharp.torch;

namespace Builder.Runner.Console;

/// <summary>
/// Loads libtorch, which takes a third of a second, while the project and its data are still being read.
/// </summary>
public static class LibtorchWarmup
{
    /// <summary>Starts loading on a thread of its own. A failure is left to the first real use, which says it in plain words.</summary>
    public static void Begin() => new Thread(Load) { IsBackground = true, Name = "libtorch warm-up" }.Start();

    private static void Load()
    {
        try
        {
            using var product = ones(2, 2).matmul(ones(2, 2));
        }
        catch (Exception failure) when (failure is DllNotFoundException or TypeInitializationException or System.Runtime.InteropServices.ExternalException)
        {
            // The training thread meets the same failure at its first tensor.
        }
    }
}
