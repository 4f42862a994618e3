using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the CPU, in row-major order. It keeps its tensor alive, but does not own it.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor) => _tensor = tensor;

    public long Count => _tensor.numel();

    private Span<T> Elements => new(_tensor.DataForCpu(), checked((int)_tensor.numel()));

    /// <param name="indices">One index a dimension.</param>
    public T this[params long[] indices]
    {
        get => *At(indices);
        set => *At(indices) = value;
    }

    /// <summary>A copy of all elements; the tensor need not be contiguous.</summary>
    public T[] ToArray()
    {
        if (!_tensor.is_contiguous())
        {
            using var contiguous = _tensor.contiguous();
            return contiguous.data<T>().ToArray();
        }

        var copy = Elements.ToArray();
        GC.KeepAlive(_tensor);
        return copy;
    }

    /// <summary>Copies the elements from `tensorIndex` on into the array from `arrayIndex` on, as many as there are.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Elements[(int)tensorIndex..].CopyTo(array[arrayIndex..]);
        GC.KeepAlive(_tensor);
    }

    /// <summary>Copies the array from `arrayIndex` on over the elements from `tensorIndex` on.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        array[arrayIndex..].CopyTo(Elements[(int)tensorIndex..]);
        GC.KeepAlive(_tensor);
    }

    public void Dispose()
    {
        // Nothing of its own to free: the tensor belongs to whoever made it.
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T* At(long[] indices)
    {
        var sizes = _tensor.shape;
        if (indices.Length != sizes.Length)
        {
            throw new ArgumentException($"The tensor has {sizes.Length} dimensions, not {indices.Length}.", nameof(indices));
        }

        var strides = _tensor.stride();
        var offset = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= sizes[i])
            {
                throw new ArgumentOutOfRangeException(nameof(indices), indices[i], $"Dimension {i} has {sizes[i]} elements.");
            }

            offset += indices[i] * strides[i];
        }

        return (T*)_tensor.DataForCpu() + offset;
    }
}
