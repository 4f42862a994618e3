using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => NativeMethods.shim_cuda_device_count();

        /// <summary>Seeds the current CUDA device's default generator.</summary>
        public static void manual_seed(long seed)
        {
            if (is_available())
            {
                using var generator = Generator.DefaultOf(CUDA);
                generator.manual_seed(seed);
            }
        }

        /// <summary>Waits until the device has finished what it was given.</summary>
        public static void synchronize(Device? device = null) =>
            NativeError.Check(NativeMethods.shim_cuda_synchronize(device?.index ?? -1));
    }
}
