using System.Buffers.Binary;

namespace Builder.Datasets.Pictures;

/// <summary>Finds width and height in the first bytes of a picture file, so that a giant is refused before it is decoded.</summary>
internal static class PictureHeader
{
    private const int Longest = 26;

    /// <summary>Width and height in pixels; null where the kind of file is not known or its header is cut.</summary>
    public static (long Width, long Height)? Read(Stream stream)
    {
        var start = new byte[Longest];
        var read = stream.ReadAtLeast(start, Longest, throwOnEndOfStream: false);
        if (read < Longest)
        {
            return null;
        }

        if (start.AsSpan().StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return (BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(20)));
        }

        if (start.AsSpan().StartsWith("GIF8"u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(8)));
        }

        if (start.AsSpan().StartsWith("BM"u8))
        {
            var height = (long)BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(22));
            return (BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(18)), Math.Abs(height));
        }

        return start[0] == 0xFF && start[1] == 0xD8 ? ReadJpeg(stream) : null;
    }

    /// <summary>Walks over a JPEG's segments to the one that begins a frame (SOF0 … SOF15 without DHT, JPG and DAC).</summary>
    private static (long Width, long Height)? ReadJpeg(Stream stream)
    {
        stream.Position = 2;
        Span<byte> segment = stackalloc byte[9];
        while (stream.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false) == segment.Length && segment[0] == 0xFF)
        {
            if (segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            }

            var next = segment[1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            stream.Position += next - segment.Length;
        }

        return null;
    }
}
