using System.Buffers.Binary;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>The tags of the first directory of a TIFF structure: of a TIFF file, or of the Exif data inside a JPEG, PNG or WebP file.</summary>
internal sealed class TiffTags
{
    public const int ImageWidth = 256;
    public const int ImageLength = 257;
    public const int BitsPerSample = 258;
    public const int Photometric = 262;
    public const int Orientation = 274;

    // Bytes of a value of each type, as the specification numbers them.
    private static readonly int[] s_lengths = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    private const int HeaderLength = 8;
    private const int EntryLength = 12;
    private const int MostEntries = 4096;
    private const ushort Short = 3;
    private const ushort Long = 4;

    private readonly Dictionary<int, long> _values = [];

    private TiffTags()
    {
    }

    /// <summary>Reads them.</summary>
    /// <param name="stream">Can be repositioned; the structure begins at its start.</param>
    /// <returns>Null where there is none, or it is cut.</returns>
    public static TiffTags? Read(Stream stream)
    {
        stream.Position = 0;
        var header = new byte[HeaderLength];
        if (!Fills(stream, header) || ByteOrder(header) is not { } isLittle || Number16(header.AsSpan(2), isLittle) != 42)
        {
            return null;
        }

        var place = Number32(header.AsSpan(4), isLittle);
        var count = new byte[2];
        if (place > stream.Length - count.Length)
        {
            return null;
        }

        stream.Position = place;
        if (!Fills(stream, count))
        {
            return null;
        }

        var entries = new byte[EntryLength * Math.Min((int)Number16(count, isLittle), MostEntries)];
        return Fills(stream, entries) ? Of(stream, entries, isLittle) : null;
    }

    /// <summary>Whether a file is as long as all values of its first directory are together: the library takes memory for as many as are announced.</summary>
    public static bool AreInside(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || ByteOrder(file) is not { } isLittle || Number32(file[4..], isLittle) is var place && place > file.Length - 2)
        {
            return false;
        }

        var count = Number16(file[(int)place..], isLittle);
        if (place + 2 + ((long)count * EntryLength) > file.Length)
        {
            return false;
        }

        var left = (long)file.Length;
        for (var i = 0; i < count; i++)
        {
            var entry = file[((int)place + 2 + (i * EntryLength))..];
            var type = Number16(entry[2..], isLittle);
            left -= (type < s_lengths.Length ? s_lengths[type] : 1L) * Number32(entry[4..], isLittle);
            if (left < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of a tag, the first one where it has several; null where it is not there or is no whole number.</summary>
    public long? this[int tag] => _values.TryGetValue(tag, out var value) ? value : null;

    /// <summary>How the picture is turned, 1 (upright) to 8, as Exif counts; 1 where nothing is said.</summary>
    public int Turn => this[Orientation] is >= 1 and <= 8 and var turn ? (int)turn : 1;

    private static TiffTags Of(Stream stream, byte[] entries, bool isLittle)
    {
        var tags = new TiffTags();
        for (var at = 0; at < entries.Length; at += EntryLength)
        {
            var entry = entries.AsSpan(at, EntryLength);
            var (tag, type, many) = (Number16(entry, isLittle), Number16(entry[2..], isLittle), Number32(entry[4..], isLittle));
            if (type == Long && many == 1)
            {
                tags._values.TryAdd(tag, Number32(entry[8..], isLittle));
            }
            else if (type == Short && many is 1 or 2)
            {
                tags._values.TryAdd(tag, Number16(entry[8..], isLittle));
            }
            else if (type == Short && many > 0 && Number32(entry[8..], isLittle) is var place && place <= stream.Length - 2)
            {
                var first = new byte[2];
                stream.Position = place;
                stream.ReadExactly(first);
                tags._values.TryAdd(tag, Number16(first, isLittle));
            }
        }

        return tags;
    }

    private static bool? ByteOrder(ReadOnlySpan<byte> header) => header.StartsWith("II"u8) ? true : header.StartsWith("MM"u8) ? false : null;

    private static bool Fills(Stream stream, byte[] bytes) => stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
