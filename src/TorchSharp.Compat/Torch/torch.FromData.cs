using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        FromData<float>([scalar], [], null, device, requires_grad, null);

    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromData<bool>([scalar], [], dtype, device, requires_grad, null);

    public static Tensor tensor(
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<float>(rawArray, [rawArray.LongLength], dtype, device, requires_grad, names);

    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<float>(rawArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<double>(rawArray, [rawArray.LongLength], dtype, device, requires_grad, names);

    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<double>(rawArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData(Elements<double>(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)], dtype, device, requires_grad, names);

    public static Tensor tensor(
        long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<long>(dataArray, [dataArray.LongLength], dtype, device, requires_grad, names);

    public static Tensor tensor(
        long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<long>(dataArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData(Elements<long>(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)], dtype, device, requires_grad, names);

    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<int>(rawArray, [rawArray.LongLength], dtype, device, requires_grad, names);

    public static Tensor tensor(
        byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<byte>(rawArray, [rawArray.LongLength], dtype, device, requires_grad, names);

    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<byte>(rawArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<bool>(rawArray, [rawArray.LongLength], dtype, device, requires_grad, names);

    /// <summary>A tensor on the memory itself, without a copy; writing to one writes to the other.</summary>
    public static Tensor tensor(
        Memory<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        OnMemory(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A copy of an array of any rank, with the array's sizes and the dtype of its elements.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var type = ElementTypes.Of(rawArray.GetType().GetElementType()!);
        var sizes = new long[rawArray.Rank];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = rawArray.GetLongLength(i);
        }

        return FromBytes(Elements<byte>(rawArray, Tensor.SizeOf(type)), sizes, type, dtype, device, requires_grad, names);
    }

    private static Tensor FromData<T>(
        ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
        => FromBytes(MemoryMarshal.AsBytes(elements), sizes, ElementTypes.Of(typeof(T)), dtype, device, requiresGrad, names);

    private static unsafe Tensor FromBytes(
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<long> sizes,
        ScalarType type,
        ScalarType? wanted,
        Device? device,
        bool requiresGrad,
        string[]? names)
    {
        var tensor = empty(sizes, type);
        var size = tensor.numel() * Tensor.SizeOf(type);
        if (size != bytes.Length)
        {
            tensor.Dispose();
            throw new ArgumentException($"The sizes {string.Join("x", sizes.ToArray())} need {size} bytes, the data has {bytes.Length}.");
        }

        bytes.CopyTo(new Span<byte>(tensor.Address(), bytes.Length));
        GC.KeepAlive(tensor);
        return Converted(tensor, wanted, device, requiresGrad, names);
    }

    private static Tensor Converted(Tensor tensor, ScalarType? wanted, Device? device, bool requiresGrad, string[]? names)
    {
        if ((wanted is { } type && type != tensor.dtype) || (device is not null && device.type != DeviceType.CPU))
        {
            tensor = tensor.to(wanted ?? tensor.dtype, device ?? CPU, disposeAfter: true);
        }

        return Made(tensor, requiresGrad, names);
    }

    private static unsafe ReadOnlySpan<T> Elements<T>(Array array, int bytesEach = 0)
        where T : unmanaged
        => MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), checked(array.Length * Math.Max(1, bytesEach / sizeof(T))));

    private static unsafe Tensor OnMemory<T>(
        Memory<T> memory, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
    {
        var needed = 1L;
        foreach (var size in sizes)
        {
            needed = checked(needed * size);
        }

        if (needed != memory.Length)
        {
            throw new ArgumentException($"The sizes {string.Join("x", sizes.ToArray())} need {needed} elements, the memory has {memory.Length}.");
        }

        var pin = GCHandle.Alloc(new PinnedMemory(memory.Pin()));
        var pinned = (PinnedMemory)pin.Target!;
        IntPtr handle;
        fixed (long* first = sizes)
        {
            handle = NativeMethods.shim_tensor_from_memory(
                pinned.Pointer, first, sizes.Length, (int)ElementTypes.Of(typeof(T)), &UnpinFromNative, GCHandle.ToIntPtr(pin));
        }

        if (handle == IntPtr.Zero)
        {
            Unpin(GCHandle.ToIntPtr(pin));
            NativeError.Throw();
        }

        return Converted(new Tensor(handle), dtype, device, requiresGrad, names);
    }

    /// <summary>libtorch calls this when the last tensor on the memory is gone, on whatever thread that happens.</summary>
    [UnmanagedCallersOnly]
    private static void UnpinFromNative(IntPtr pin) => Unpin(pin);

    private static void Unpin(IntPtr pin)
    {
        var handle = GCHandle.FromIntPtr(pin);
        ((PinnedMemory)handle.Target!).Dispose();
        handle.Free();
    }

    private sealed unsafe class PinnedMemory(MemoryHandle handle) : IDisposable
    {
        private MemoryHandle _handle = handle;

        public void* Pointer => _handle.Pointer;

        public void Dispose() => _handle.Dispose();
    }
}
