using System.Runtime.InteropServices;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
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
        long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<long>(dataArray, [dataArray.LongLength], dtype, device, requires_grad, names);

    public static Tensor tensor(
        long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<long>(dataArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromData<byte>(rawArray, dimensions, dtype, device, requires_grad, names);

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
}
