using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Builder.Training.Formats;

/// <summary>A tensor as it lies in a safetensors file.</summary>
/// <param name="Name">Its name, such as "encoder.weight".</param>
/// <param name="DType">The element type.</param>
/// <param name="Shape">The sizes; empty for a single number.</param>
/// <param name="Data">The elements in row-major order, little-endian.</param>
public sealed record SafetensorsTensor(string Name, SafetensorsDType DType, ImmutableArray<long> Shape, ReadOnlyMemory<byte> Data)
{
    /// <summary>Makes a tensor of values, which are copied.</summary>
    /// <typeparam name="T">float, double, Half, long, int, byte or bool.</typeparam>
    public static SafetensorsTensor Of<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged => new(name, SafetensorsDTypes.Of<T>(), [.. shape], MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The elements.</summary>
    /// <typeparam name="T">The type that <see cref="DType"/> names.</typeparam>
    /// <exception cref="InvalidOperationException">The tensor holds another type.</exception>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged => SafetensorsDTypes.Of<T>() == DType
            ? MemoryMarshal.Cast<byte, T>(Data.Span)
            : throw new InvalidOperationException($"Tensor \"{Name}\" holds {DType}, not {SafetensorsDTypes.Of<T>()}.");

    /// <summary>The bytes that the shape and the type ask for; null where that is no sensible number.</summary>
    internal static long? ByteCount(SafetensorsDType type, ReadOnlySpan<long> shape)
    {
        UInt128 bytes = (UInt128)type.Size();
        foreach (long size in shape)
        {
            if (size < 0 || bytes > long.MaxValue)
            {
                return null;
            }

            bytes *= (UInt128)size;
        }

        return bytes <= long.MaxValue ? (long)bytes : null;
    }

    internal string Describe() => $"{Name}\n{DType}\n{string.Join(',', Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))}\n";
}
