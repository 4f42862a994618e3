using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <content>What a tensor is: sizes, dtype, device.</content>
    public unsafe partial class Tensor
    {
        public long[] shape
        {
            get
            {
                var sizes = Sizes.ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public ScalarType dtype
        {
            get
            {
                var type = (ScalarType)NativeMethods.shim_tensor_dtype(Handle);
                GC.KeepAlive(this);
                return type;
            }
        }

        public Device device
        {
            get
            {
                var packed = NativeMethods.shim_tensor_device(Handle);
                GC.KeepAlive(this);
                return Device.Unpack(packed);
            }
        }

        public DeviceType device_type => device.type;

        /// <summary>The sizes where libtorch keeps them: valid only while this tensor is kept alive.</summary>
        private ReadOnlySpan<long> Sizes => new(NativeMethods.shim_tensor_sizes(Handle), (int)dim());

        public long dim()
        {
            var count = NativeMethods.shim_tensor_dim(Handle);
            GC.KeepAlive(this);
            return count;
        }

        /// <param name="dim">A dimension, counted from the end if negative.</param>
        /// <exception cref="ArgumentOutOfRangeException">The tensor has no such dimension.</exception>
        public long size(int dim)
        {
            var sizes = Sizes;
            var at = dim < 0 ? dim + sizes.Length : dim;
            if (at < 0 || at >= sizes.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {sizes.Length} dimensions.");
            }

            var size = sizes[at];
            GC.KeepAlive(this);
            return size;
        }

        public long[] stride()
        {
            var strides = new ReadOnlySpan<long>(NativeMethods.shim_tensor_strides(Handle), (int)dim()).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public long numel()
        {
            var count = NativeMethods.shim_tensor_numel(Handle);
            GC.KeepAlive(this);
            return count;
        }

        public long element_size() => SizeOf(dtype);

        public bool is_contiguous()
        {
            var result = NativeMethods.shim_tensor_is_contiguous(Handle) != 0;
            GC.KeepAlive(this);
            return result;
        }

        public bool is_floating_point() =>
            dtype is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

        internal static int SizeOf(ScalarType type) => type switch
        {
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool or ScalarType.QInt8 or ScalarType.QUInt8 => 1,
            ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
            ScalarType.Int32 or ScalarType.Float32 or ScalarType.QInt32 => 4,
            ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
            ScalarType.ComplexFloat64 => 16,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This type of elements is not known."),
        };
    }
}
