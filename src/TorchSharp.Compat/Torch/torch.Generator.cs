using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default random number generator of every device.</summary>
    public static Generator manual_seed(long seed)
    {
        NativeError.Check(NativeMethods.shim_manual_seed(unchecked((ulong)seed)));
        return Generator.Default;
    }

    /// <summary>The state of the CPU's default generator, as bytes.</summary>
    public static Tensor get_rng_state()
    {
        using var generator = Generator.Default;
        return generator.get_state();
    }

    public static void set_rng_state(Tensor new_state)
    {
        using var generator = Generator.Default;
        generator.set_state(new_state);
    }

    /// <summary>A source of random numbers, on one device.</summary>
    public class Generator : IDisposable
    {
        private IntPtr _handle;

        /// <param name="seed">Where the sequence starts.</param>
        /// <param name="device">The device whose random operators will use it; the CPU if absent.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            _handle = NativeError.Check(NativeMethods.shim_new_generator((device ?? CPU).Packed, seed));
        }

        private Generator(IntPtr handle) => _handle = handle;

        ~Generator() => Dispose(false);

        /// <summary>The CPU's default generator.</summary>
        public static Generator Default => DefaultOf(CPU);

        public IntPtr Handle => _handle;

        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.shim_generator_set_seed(_handle, unchecked((ulong)seed)));
            GC.KeepAlive(this);
            return this;
        }

        public Tensor get_state()
        {
            var state = new Tensor(NativeError.Check(NativeMethods.shim_generator_get_state(_handle)));
            GC.KeepAlive(this);
            return state;
        }

        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            NativeError.Check(NativeMethods.shim_generator_set_state(_handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, IntPtr.Zero);
            if (handle != IntPtr.Zero)
            {
                NativeMethods.shim_free_generator(handle);
            }
        }

        internal static Generator DefaultOf(Device device) =>
            new(NativeError.Check(NativeMethods.shim_default_generator(device.Packed)));
    }
}
