using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Builder.Training.Checkpoints;

/// <summary>
/// The bytes of a contiguous tensor on the CPU as memory that can be handed on without a copy: weights go to disk as they lie there. It must
/// not outlive the tensor.
/// </summary>
/// <param name="tensor">The tensor; it is kept alive.</param>
internal sealed unsafe class TensorMemory(Tensor tensor) : MemoryManager<byte>
{
    private readonly int _length = tensor.bytes.Length;
    private readonly byte* _start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(_start, _length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex, pinnable: this);

    /// <inheritdoc/>
    public override void Unpin() => GC.KeepAlive(tensor);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
