using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <content>The elements themselves: reading, writing, converting, moving.</content>
    public unsafe partial class Tensor
    {
        private static readonly Operator s_toDtype = new("to", "dtype");
        private static readonly Operator s_toDevice = new("to", "device");
        private static readonly Operator s_toLayout = new("to", "dtype_layout");
        private static readonly Operator s_copyInPlace = new("copy_");
        private static readonly Operator s_zeroInPlace = new("zero_");
        private static readonly Operator s_fillInPlace = new("fill_", "Scalar");

        /// <summary>The memory of a contiguous tensor on the CPU. It must not outlive the tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not on the CPU or not contiguous.</exception>
        public Span<byte> bytes
        {
            get => new(DataForCpu(), checked((int)(numel() * element_size())));
            set
            {
                var target = bytes;
                if (value.Length != target.Length)
                {
                    throw new ArgumentException($"The tensor has {target.Length} bytes, the data {value.Length}.", nameof(value));
                }

                value.CopyTo(target);
                GC.KeepAlive(this);
            }
        }

        /// <summary>The elements as .NET numbers of the same type as the dtype's.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the type of the elements.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckElementType(typeof(T), sizeof(T));
            return new TensorAccessor<T>(this);
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(s_toDtype.Call(this, type, non_blocking, copy), disposeAfter);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(s_toLayout.Call(this, Arg.None, Arg.None, device, Arg.None, non_blocking, copy), disposeAfter);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(s_toDevice.Call(this, device, type, non_blocking, copy), disposeAfter);

        public Tensor cpu() => to(CPU);

        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            s_copyInPlace.Run(this, source, nonBlocking);
            return this;
        }

        public Tensor zero_() => InPlace(s_zeroInPlace);

        public Tensor fill_(Scalar value) => InPlace(s_fillInPlace, value);

        /// <summary>The first element's address; keep this tensor alive while it is in use.</summary>
        internal void* DataForCpu()
        {
            if (device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException("Only a tensor on the CPU can be read directly: call cpu() first.");
            }

            if (!is_contiguous())
            {
                throw new InvalidOperationException("Only a contiguous tensor can be read directly: call contiguous() first.");
            }

            return Address();
        }

        internal void* Address()
        {
            var address = NativeMethods.shim_tensor_data(Handle);
            if (address is null && numel() > 0)
            {
                NativeError.Throw();
            }

            GC.KeepAlive(this);
            return address;
        }

        private Tensor After(Tensor result, bool disposeThis)
        {
            if (disposeThis)
            {
                Dispose();
            }

            return result;
        }

        private void CheckElementType(Type type, int size)
        {
            if (ElementTypes.Of(type) != dtype && !(dtype == ScalarType.BFloat16 && size == 2))
            {
                throw new ArgumentException($"The tensor's elements are {dtype}, not {type.Name}.");
            }
        }
    }
}
