using System.Buffers.Binary;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>The kinds of picture files that are read.</summary>
internal enum PictureKind
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG, whether in JFIF, Exif or Adobe's form.</summary>
    Jpeg,

    /// <summary>GIF; of an animation its first frame.</summary>
    Gif,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>Windows icon or cursor; the largest picture in it.</summary>
    Icon,

    /// <summary>WebP; of an animation its first frame.</summary>
    WebP,

    /// <summary>TIFF; its first page.</summary>
    Tiff,

    /// <summary>Truevision TGA.</summary>
    Tga,
}

/// <summary>What the first bytes of a picture file say, read here in managed code and without decoding, so that a giant is refused before it takes memory.</summary>
/// <param name="Kind">The kind of file, by its content.</param>
/// <param name="Width">Pixels from left to right as they are stored, before the picture is turned.</param>
/// <param name="Height">Pixels from top to bottom as they are stored.</param>
/// <param name="IsGrey">Whether its pixels have no colour; a palette counts as colour.</param>
/// <param name="Turn">How it is to be turned to stand upright, 1 (not at all) to 8, as Exif counts.</param>
/// <param name="IsDeep">Whether a value has more than eight bits.</param>
internal readonly record struct PictureHeader(PictureKind Kind, long Width, long Height, bool IsGrey = false, int Turn = 1, bool IsDeep = false)
{
    private const int Longest = 30;

    /// <summary>Whether width and height change places when it is turned upright.</summary>
    public bool LiesOnItsSide => Turn >= 5;

    /// <summary>Reads the header.</summary>
    /// <param name="stream">Can be repositioned.</param>
    /// <param name="file">The file's name: TGA files of the first version have nothing else to be known by.</param>
    /// <returns>Null where the kind of file is not known or its header is cut.</returns>
    public static PictureHeader? Read(Stream stream, string file)
    {
        stream.Position = 0;
        var block = new byte[Longest];
        var start = block.AsSpan(0, stream.ReadAtLeast(block, Longest, throwOnEndOfStream: false));
        return KindOf(start) switch
        {
            PictureKind.Png => start.Length < 26 ? null : Png(stream, start),
            PictureKind.Jpeg => JpegHeader.Read(stream),
            PictureKind.Gif => start.Length < 10 ? null
                : new(PictureKind.Gif, BinaryPrimitives.ReadUInt16LittleEndian(start[6..]), BinaryPrimitives.ReadUInt16LittleEndian(start[8..])),
            PictureKind.Bmp => start.Length < 26 ? null : Bitmap(start[14..]),
            PictureKind.WebP => start.Length < Longest ? null : WebP(stream, start),
            PictureKind.Icon => IconHeader.Read(stream),
            PictureKind.Tiff => Tiff(stream),
            _ => TgaPicture.ReadHeader(stream, file),
        };
    }

    /// <summary>The kind of a file by its first bytes; null where they say nothing (TGA has none that do).</summary>
    public static PictureKind? KindOf(ReadOnlySpan<byte> start) =>
        start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']) ? PictureKind.Png
        : start.StartsWith<byte>([0xFF, 0xD8]) ? PictureKind.Jpeg
        : start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) ? PictureKind.Gif
        : start.StartsWith("BM"u8) ? PictureKind.Bmp
        : start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..].StartsWith("WEBP"u8) ? PictureKind.WebP
        : start.StartsWith<byte>([0, 0, 1, 0]) || start.StartsWith<byte>([0, 0, 2, 0]) && !IsTga(start) ? PictureKind.Icon
        : start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) ? PictureKind.Tiff
        : null;

    /// <summary>Width and height of the header that follows a bitmap file's first fourteen bytes, and of a bitmap inside an icon.</summary>
    public static PictureHeader? Bitmap(ReadOnlySpan<byte> start)
    {
        const uint OldHeader = 12;
        return start.Length < OldHeader ? null
            : BinaryPrimitives.ReadUInt32LittleEndian(start) == OldHeader
                ? new(PictureKind.Bmp, BinaryPrimitives.ReadUInt16LittleEndian(start[4..]), BinaryPrimitives.ReadUInt16LittleEndian(start[6..]))
                : new(PictureKind.Bmp, BinaryPrimitives.ReadInt32LittleEndian(start[4..]), Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(start[8..])));
    }

    // A cursor and an uncompressed TGA file of colours begin alike; the number of pictures, which is next, is zero in the latter.
    private static bool IsTga(ReadOnlySpan<byte> start) => start.Length < 6 || (start[4] == 0 && start[5] == 0);

    private static PictureHeader Png(Stream stream, ReadOnlySpan<byte> start)
    {
        var (depth, colour) = (start[24], start[25]);
        return new(
            PictureKind.Png, BinaryPrimitives.ReadUInt32BigEndian(start[16..]), BinaryPrimitives.ReadUInt32BigEndian(start[20..]),
            colour is 0 or 4, ExifData.TurnOfPng(stream), depth == 16);
    }

    private static PictureHeader? WebP(Stream stream, ReadOnlySpan<byte> start)
    {
        if (start[12..].StartsWith("VP8X"u8))
        {
            return new(PictureKind.WebP, Number24(start[24..]) + 1, Number24(start[27..]) + 1, Turn: ExifData.TurnOfWebP(stream));
        }

        if (start[12..].StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(start[21..]);
            return new(PictureKind.WebP, (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }

        return !start[12..].StartsWith("VP8 "u8) ? null
            : new(PictureKind.WebP, BinaryPrimitives.ReadUInt16LittleEndian(start[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(start[28..]) & 0x3FFF);
    }

    private static PictureHeader? Tiff(Stream stream)
    {
        const int WhiteIsZero = 0;
        const int BlackIsZero = 1;
        return TiffTags.Read(stream) is { } tags && tags[TiffTags.ImageWidth] is { } width && tags[TiffTags.ImageLength] is { } height
            ? new(PictureKind.Tiff, width, height, tags[TiffTags.Photometric] is null or WhiteIsZero or BlackIsZero, tags.Turn, tags[TiffTags.BitsPerSample] > 8)
            : null;
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
