using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An argument of an operator call: the value that the native part reads, and what has to stay alive meanwhile.</summary>
internal readonly unsafe struct Arg
{
    /// <summary>"None": the argument is absent.</summary>
    public static Arg None => default;

    public readonly object? Owner;
    public readonly NativeValue Value;

    private Arg(object? owner, NativeTag tag, long payload, int length = 0)
    {
        Owner = owner;
        Value = new NativeValue { Tag = tag, Length = length, Payload = payload };
    }

    public static implicit operator Arg(Tensor? tensor) =>
        tensor is null ? default : new Arg(tensor, NativeTag.Tensor, tensor.Handle);

    public static implicit operator Arg(int value) => new(null, NativeTag.Integer, value);

    public static implicit operator Arg(long value) => new(null, NativeTag.Integer, value);

    public static implicit operator Arg(long? value) => value is { } number ? number : None;

    public static implicit operator Arg(double value) => new(null, NativeTag.Real, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(double? value) => value is { } number ? number : None;

    public static implicit operator Arg(bool value) => new(null, NativeTag.Boolean, value ? 1 : 0);

    public static implicit operator Arg(Scalar? value) => value is null ? None : new Arg(null, value.Tag, value.Bits);

    public static implicit operator Arg(ScalarType value) => new(null, NativeTag.Integer, (long)value);

    public static implicit operator Arg(ScalarType? value) => value is { } type ? type : None;

    public static implicit operator Arg(Device? value) => value is null ? None : new Arg(null, NativeTag.Device, value.Packed);

    public static implicit operator Arg(Generator? value) =>
        value is null ? None : new Arg(value, NativeTag.Generator, value.Handle);

    public static implicit operator Arg(long[]? list) => list is null ? None : Integers(list);

    public static implicit operator Arg(ReadOnlySpan<long> list) => Integers(list);

    public static implicit operator Arg((long First, long Second) pair) => Integers([pair.First, pair.Second]);

    public static implicit operator Arg(Tensor[] list) => Tensors(list, list);

    public static implicit operator Arg(ReadOnlySpan<Tensor> list) => Tensors(list, list.ToArray());

    /// <summary>A word of the operator's vocabulary. The bytes must be a literal: they are not copied.</summary>
    public static Arg Text(ReadOnlySpan<byte> literal) =>
        new(null, NativeTag.Text, (long)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal)), literal.Length);

    public static Arg Integers(ReadOnlySpan<long> list)
    {
        var room = ShortLists.Rent(list.Length, out var owner);
        list.CopyTo(new Span<long>(room, list.Length));
        return new Arg(owner, NativeTag.Integers, (long)room, list.Length);
    }

    public static Arg Reals(ReadOnlySpan<double> list)
    {
        var room = ShortLists.Rent(list.Length, out var owner);
        list.CopyTo(new Span<double>(room, list.Length));
        return new Arg(owner, NativeTag.Reals, (long)room, list.Length);
    }

    /// <param name="list">The tensors whose handles are passed.</param>
    /// <param name="keeper">An object that keeps these tensors alive.</param>
    private static Arg Tensors(ReadOnlySpan<Tensor> list, object keeper)
    {
        var room = ShortLists.Rent(list.Length, out var owner);
        for (var i = 0; i < list.Length; i++)
        {
            room[i] = list[i].Handle;
        }

        return new Arg(owner is null ? keeper : (owner, keeper), NativeTag.Tensors, (long)room, list.Length);
    }
}
