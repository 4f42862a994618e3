using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Csv;

/// <summary>Numbers different byte strings 0, 1, 2, … in order of appearance. A hash table with open addressing.</summary>
internal sealed class TextPool
{
    private readonly Utf8Texts _texts = new();
    private ulong[] _slots = new ulong[1 << 8];
    private int _last;

    /// <summary>The number of a byte string; a new one if it was not seen before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        if (_texts.Count > 0 && text.SequenceEqual(_texts[_last]))
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
                _slots[slot] = Slot(hash, _texts.Count);
                return _last = Add(text);
            }

            if ((uint)(found >> 32) == hash && text.SequenceEqual(_texts[(int)(uint)found - 1]))
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
            codes[i] = codes[i] >= 0 && text.SequenceEqual(_texts[codes[i]]) ? codes[i] : CodeOf(text);
        }
    }

    /// <summary>All different byte strings, read as UTF-8. Nothing is added any more.</summary>
    public TextEntries ToEntries()
    {
        _slots = [];
        return TextEntries.Of(_texts);
    }

    /// <summary>The hash, and the code + 1 so that no entry is zero.</summary>
    private static ulong Slot(uint hash, int code) => ((ulong)hash << 32) | (uint)(code + 1);

    private int Add(ReadOnlySpan<byte> text)
    {
        var code = _texts.Add(text);
        if (_texts.Count * 3L > _slots.Length * 2L)
        {
            Rehash();
        }

        return code;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rehash()
    {
        var before = _slots;
        _slots = new ulong[before.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var entry in before)
        {
            if (entry == 0)
            {
                continue;
            }

            var slot = (int)(entry >> 32) & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = entry;
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
