using System.Buffers.Binary;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>Finds in a file how its camera was held. Source: Exif 2.32 (CIPA DC-008), 4.6.4, tag Orientation.</summary>
internal static class ExifData
{
    private const int MostBytes = 1 << 20;
    private const int MostChunks = 10_000;

    private static ReadOnlySpan<byte> Mark => "Exif\0\0"u8;

    /// <summary>What a block of a file says, 1 to 8; 1 where it is no Exif data or says nothing.</summary>
    public static int TurnOf(Stream stream, long place, long length)
    {
        if (length is <= 0 or > MostBytes || place > stream.Length - length)
        {
            return 1;
        }

        var block = new byte[length];
        stream.Position = place;
        stream.ReadExactly(block);
        var isMarked = block.AsSpan().StartsWith(Mark);
        using var data = new MemoryStream(block, isMarked ? Mark.Length : 0, block.Length - (isMarked ? Mark.Length : 0), writable: false);
        return TiffTags.Read(data)?.Turn ?? 1;
    }

    /// <summary>What the eXIf chunk of a PNG file says.</summary>
    public static int TurnOfPng(Stream stream) =>
        Chunk(stream, first: 8, "eXIf"u8, tail: 4, start => (BinaryPrimitives.ReadUInt32BigEndian(start), BinaryPrimitives.ReadUInt32LittleEndian(start[4..])));

    /// <summary>What the EXIF chunk of a WebP file says.</summary>
    public static int TurnOfWebP(Stream stream) =>
        Chunk(stream, first: 12, "EXIF"u8, tail: 0, start => (BinaryPrimitives.ReadUInt32LittleEndian(start[4..]), BinaryPrimitives.ReadUInt32LittleEndian(start)));

    private static int Chunk(Stream stream, long first, ReadOnlySpan<byte> wanted, int tail, Func<ReadOnlySpan<byte>, (uint Length, uint Name)> read)
    {
        const int HeaderLength = 8;
        var name = BinaryPrimitives.ReadUInt32LittleEndian(wanted);
        var start = new byte[HeaderLength];
        var place = first;
        for (var count = 0; count < MostChunks && place <= stream.Length - HeaderLength; count++)
        {
            stream.Position = place;
            stream.ReadExactly(start);
            var chunk = read(start);
            if (chunk.Name == name)
            {
                return TurnOf(stream, place + HeaderLength, chunk.Length);
            }

            // RIFF's chunks begin at even places.
            place += HeaderLength + chunk.Length + tail + (tail == 0 ? chunk.Length & 1 : 0);
        }

        return 1;
    }
}
