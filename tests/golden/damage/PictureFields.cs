using System.Buffers.Binary;
using System.IO.Compression;

namespace Builder.Tests.Damaged;

/// <summary>One field of a picture's chunks, segments or tags; checksums are then right.</summary>
internal static class PictureFields
{
    private const int TagLength = 12;

    /// <summary>A chunk's length or content, with its checksum made anew.</summary>
    public static byte[] Png(byte[] whole, Random random)
    {
        var chunks = new List<(int Place, int Length)>();
        for (var place = 8; place + 12 <= whole.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(whole.AsSpan(place));
            if (length > whole.Length - place - 12)
            {
                break;
            }

            chunks.Add((place, (int)length));
            place += 12 + (int)length;
        }

        if (chunks.Count == 0)
        {
            return whole.ToArray();
        }

        // Size and kind of pixels stand in the first.
        var (at, inside) = chunks[random.Next(2) == 0 ? 0 : random.Next(chunks.Count)];
        if (inside == 0 || random.Next(6) == 0)
        {
            return Structure.At(whole, at, 4, isBig: true, random);
        }

        var changed = Structure.At(whole, at + 8 + random.Next(inside), 1 << random.Next(3), isBig: true, random);
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(at + 8 + inside), Crc(changed.AsSpan(at + 4, 4 + inside)));
        return changed;
    }

    /// <summary>A segment's length, or a number in it.</summary>
    public static byte[] Jpeg(byte[] whole, Random random)
    {
        var segments = new List<(int Place, int Length)>();
        for (var place = 2; place + 4 <= whole.Length && whole[place] == 0xFF;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(whole.AsSpan(place + 2));
            segments.Add((place, length));
            place += 2 + length;
        }

        if (segments.Count == 0)
        {
            return whole.ToArray();
        }

        var (at, inside) = segments[random.Next(segments.Count)];
        return random.Next(3) == 0 ? Structure.At(whole, at + 2, 2, isBig: true, random) : Structure.At(whole, at + 4 + random.Next(Math.Max(1, Math.Min(inside, 64))), 1 << random.Next(3), isBig: true, random);
    }

    /// <summary>A chunk's name, length, or one of its first numbers.</summary>
    public static byte[] Riff(byte[] whole, Random random)
    {
        var chunks = new List<int> { 0 };
        for (var place = 12; place + 8 <= whole.Length;)
        {
            chunks.Add(place);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(whole.AsSpan(place + 4));
            place = length > whole.Length ? whole.Length : place + 8 + (int)length + (int)(length & 1);
        }

        var at = chunks[random.Next(chunks.Count)];
        return random.Next(3) == 0 ? Structure.At(whole, at + 4, 4, isBig: false, random) : Structure.At(whole, at + random.Next(24), 1 << random.Next(3), isBig: false, random);
    }

    /// <summary>A tag's kind, count or value, or the place of the next list of tags.</summary>
    public static byte[] Tiff(byte[] whole, Random random)
    {
        var isBig = whole[0] == 'M';
        uint At(int place, int bytes) => bytes == 2
            ? isBig ? BinaryPrimitives.ReadUInt16BigEndian(whole.AsSpan(place)) : BinaryPrimitives.ReadUInt16LittleEndian(whole.AsSpan(place))
            : isBig ? BinaryPrimitives.ReadUInt32BigEndian(whole.AsSpan(place)) : BinaryPrimitives.ReadUInt32LittleEndian(whole.AsSpan(place));
        var list = whole.Length < 8 ? uint.MaxValue : At(4, 4);
        if (list > whole.Length - 2 || random.Next(10) == 0)
        {
            return Structure.At(whole, 4, 4, isBig, random);
        }

        var count = (int)At((int)list, 2);
        if (count == 0 || random.Next(10) == 0)
        {
            return Structure.At(whole, random.Next(2) == 0 ? (int)list : (int)list + 2 + (count * TagLength), random.Next(2) == 0 ? 2 : 4, isBig, random);
        }

        var tag = (int)list + 2 + (random.Next(count) * TagLength);
        return random.Next(4) switch
        {
            0 => Structure.At(whole, tag, 2, isBig, random),
            1 => Structure.At(whole, tag + 2, 2, isBig, random),
            2 => Structure.At(whole, tag + 4, 4, isBig, random),
            _ => Structure.At(whole, tag + 8, random.Next(2) == 0 ? 2 : 4, isBig, random),
        };
    }

    // Gzip has the same checksum, behind what it packs.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(packed.GetBuffer().AsSpan((int)packed.Length - 8));
    }
}
