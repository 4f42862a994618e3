using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Builder.Datasets.Csv;

/// <summary>Numbers different byte strings 0, 1, 2, … in order of appearance. A hash table with open addressing.</summary>
internal sealed class TextPool
{
    private byte[] _bytes = new byte[1 << 10];
    private int[] _ends = new int[1 << 6];
    private uint[] _hashes = new uint[1 << 6];
    private ulong[] _slots = new ulong[1 << 8];
    private int _count;
    private int _last;

    /// <summary>The number of a byte string; a new one if it was not seen before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        if (_count > 0 && text.SequenceEqual(Entry(_last)))
        {
            return _last;
        }

        var hash = Hash(text);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var found = _slots[slot];
            if (found == 0)
            {
                _slots[slot] = Slot(hash, _count);
                return _last = Add(text, hash);
            }

            if ((uint)(found >> 32) == hash && text.SequenceEqual(Entry((int)(uint)found - 1)))
            {
                return _last = (int)(uint)found - 1;
            }
        }
    }

    /// <summary>
    /// The numbers of many byte strings, in order. Looks all of them up before it compares any, so that the waits for memory overlap.
    /// </summary>
    /// <param name="bytes">Where the strings are.</param>
    /// <param name="starts">Where each begins.</param>
    /// <param name="lengths">How long each is.</param>
    /// <param name="codes">Takes the numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CodesOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, Span<int> codes)
    {
        var slots = _slots;
        for (var i = 0; i < codes.Length; i++)
        {
            var hash = Hash(bytes.Slice(starts[i], lengths[i]));
            var found = slots[(int)hash & (slots.Length - 1)];
            codes[i] = (uint)(found >> 32) == hash ? (int)(uint)found - 1 : -1;
        }

        for (var i = 0; i < codes.Length; i++)
        {
            var text = bytes.Slice(starts[i], lengths[i]);
            codes[i] = codes[i] >= 0 && text.SequenceEqual(Entry(codes[i])) ? codes[i] : CodeOf(text);
        }
    }

    /// <summary>All different byte strings, decoded as UTF-8.</summary>
    public string[] ToStrings()
    {
        var strings = new string[_count];
        for (var code = 0; code < _count; code++)
        {
            strings[code] = Encoding.UTF8.GetString(Entry(code));
        }

        return strings;
    }

    /// <summary>The hash, and the code + 1 so that no entry is zero.</summary>
    private static ulong Slot(uint hash, int code) => ((ulong)hash << 32) | (uint)(code + 1);

    private ReadOnlySpan<byte> Entry(int code)
    {
        var start = code == 0 ? 0 : _ends[code - 1];
        return _bytes.AsSpan(start, _ends[code] - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Add(ReadOnlySpan<byte> text, uint hash)
    {
        var start = _count == 0 ? 0 : _ends[_count - 1];
        if ((long)start + text.Length > Array.MaxLength)
        {
            throw new InsufficientMemoryException();
        }

        if (_bytes.Length - start < text.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, (long)start + text.Length)));
        }

        text.CopyTo(_bytes.AsSpan(start));
        if (_count == _ends.Length)
        {
            Array.Resize(ref _ends, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
        }

        _ends[_count] = start + text.Length;
        _hashes[_count] = hash;
        if (++_count * 2 > _slots.Length)
        {
            Rehash();
        }

        return _count - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rehash()
    {
        _slots = new ulong[_slots.Length * 4];
        var mask = _slots.Length - 1;
        for (var code = 0; code < _count; code++)
        {
            var slot = (int)_hashes[code] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = Slot(_hashes[code], code);
        }
    }

    /// <summary>Multiply and rotate, eight bytes at a time, with a final mix.</summary>
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * Factor;
        while (text.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Factor, 29);
            text = text[8..];
        }

        ulong rest = 0;
        foreach (var symbol in text)
        {
            rest = (rest << 8) | symbol;
        }

        hash = (hash ^ rest) * Factor;
        return (uint)((hash ^ (hash >> 32)) * Factor >> 32);
    }
}
