using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number of any dtype, made by the implicit conversions: `x + 1`, `x * 0.5`.</summary>
public sealed class Scalar
{
    private Scalar(NativeTag tag, long bits)
    {
        Tag = tag;
        Bits = bits;
    }

    internal NativeTag Tag { get; }

    internal long Bits { get; }

    public static implicit operator Scalar(int value) => new(NativeTag.Integer, value);

    public static implicit operator Scalar(long value) => new(NativeTag.Integer, value);

    public static implicit operator Scalar(double value) => new(NativeTag.Real, BitConverter.DoubleToInt64Bits(value));
}
