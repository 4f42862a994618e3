using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the CPU, in row-major order. It keeps its tensor alive, but does not own it.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor) => _tensor = tensor;

    private Span<T> Elements => new(_tensor.DataForCpu(), checked((int)_tensor.numel()));

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

    public void Dispose()
    {
        // Nothing of its own to free: the tensor belongs to whoever made it.
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

}
