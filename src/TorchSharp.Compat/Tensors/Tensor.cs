using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope that owns every tensor created on this thread until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>
    /// An n-dimensional array of libtorch. It holds native memory: dispose it, or create it inside <see cref="NewDisposeScope"/>.
    /// Errors inside libtorch arrive as <see cref="System.Runtime.InteropServices.ExternalException"/> with libtorch's message.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private IntPtr _handle;

        /// <summary>Takes over a handle of the native part and enters the thread's innermost dispose scope.</summary>
        internal Tensor(IntPtr handle)
        {
            _handle = handle;
            DisposeScope.Current?.Add(this);
        }

        ~Tensor() => Dispose(false);

        /// <summary>The native object. It is valid while this tensor is: keep the tensor alive while it is in use.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public IntPtr Handle => _handle == IntPtr.Zero ? throw NoLongerThere() : _handle;

        public bool IsInvalid => _handle == IntPtr.Zero;

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal int SlotInScope { get; set; }

        public void Dispose()
        {
            OwningDisposeScope?.Remove(this);
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            if (OwningDisposeScope is { } scope)
            {
                scope.Remove(this);
                scope.OuterScope?.Add(this);
            }

            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Remove(this);
            return this;
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, IntPtr.Zero);
            if (handle != IntPtr.Zero)
            {
                NativeMethods.shim_tensor_free(handle);
            }
        }

        /// <summary>Gives up the native object; this tensor is then as good as disposed.</summary>
        internal IntPtr TakeHandle()
        {
            var handle = Handle;
            _handle = IntPtr.Zero;
            Dispose();
            return handle;
        }

        private static InvalidOperationException NoLongerThere() => new("Tensor invalid -- empty handle.");
    }
}
