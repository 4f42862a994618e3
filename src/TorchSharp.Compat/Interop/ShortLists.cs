using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Native memory for the lists inside one operator call: sizes, strides, handles. Each thread writes round and round in one small
/// ring, so a call allocates nothing. A list longer than <see cref="Longest"/> gets a pinned array of its own instead.
/// </summary>
internal static unsafe class ShortLists
{
    private const int Longest = 64;
    private const int Capacity = 64 * Longest;

    [ThreadStatic]
    private static Ring? s_ring;

    /// <summary>Room for <paramref name="count"/> numbers, valid during the operator call it is written for.</summary>
    /// <param name="count">How many 8-byte numbers.</param>
    /// <param name="owner">What must stay alive during the call, or null.</param>
    public static long* Rent(int count, out object? owner)
    {
        if (count > Longest)
        {
            var array = GC.AllocateUninitializedArray<long>(count, pinned: true);
            owner = array;
            return (long*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        }

        owner = null;
        return (s_ring ??= new Ring()).Rent(count);
    }

    private sealed class Ring
    {
        private readonly long* _start;
        private readonly long[] _memory = GC.AllocateUninitializedArray<long>(Capacity, pinned: true);
        private int _next;

        public Ring() => _start = (long*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));

        public long* Rent(int count)
        {
            if (_next + count > Capacity)
            {
                _next = 0;
            }

            var room = _start + _next;
            _next += count;
            return room;
        }
    }
}
