using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>What a <see cref="NativeValue"/> holds; the numbers are the native part's.</summary>
internal enum NativeTag
{
    None = 0,
    Tensor = 1,
    Integer = 2,
    Real = 3,
    Boolean = 4,
    Integers = 5,
    Tensors = 6,
    Text = 7,
    Device = 8,
    Generator = 9,
    Reals = 10,
}

/// <summary>One argument or result of an operator as the native part reads it: a kind, a length where it is a list, 8 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    public NativeTag Tag;
    public int Length;
    public long Payload;

    /// <summary>The payload as the native object that it is for a tensor.</summary>
    public readonly IntPtr Handle => new(Payload);
}
