using System.Buffers.Binary;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>Reads Truevision TGA files: grey, colour or with a palette, plain or run-length packed. Source: Truevision TGA File Format Specification 2.0.</summary>
internal static class TgaPicture
{
    private const int HeaderLength = 18;
    private const int FooterLength = 26;
    private const int PaletteBit = 1;
    private const int PackedBit = 8;

    private static readonly string[] s_endings = [".tga", ".icb", ".vda", ".vst"];

    /// <summary>The header; null where the file is none: one of the second version says so at its end, an older one only by its name.</summary>
    public static PictureHeader? ReadHeader(Stream stream, string file)
    {
        if (stream.Length < HeaderLength || !(HasFooter(stream) || s_endings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase))))
        {
            return null;
        }

        var start = new byte[HeaderLength];
        stream.Position = 0;
        stream.ReadExactly(start);
        return Layout.Of(start) is { } layout ? new(PictureKind.Tga, layout.Width, layout.Height, layout.IsGrey) : null;
    }

    /// <summary>Its pixels as red, green, blue and opacity, row by row from the top; null where the file is cut.</summary>
    public static byte[]? Decode(byte[] bytes)
    {
        if (bytes.Length < HeaderLength || Layout.Of(bytes) is not { } layout)
        {
            return null;
        }

        var count = layout.Width * layout.Height;
        var values = new byte[(long)count * layout.Bytes];
        var body = bytes.AsSpan(Math.Min(bytes.Length, layout.Body));
        if (!(layout.IsPacked ? Unpack(body, values, layout.Bytes) : Copy(body, values)))
        {
            return null;
        }

        var pixels = new byte[(long)count * 4];
        for (var i = 0; i < count; i++)
        {
            if (!layout.Colour(bytes, values.AsSpan(i * layout.Bytes, layout.Bytes), pixels.AsSpan(layout.Place(i) * 4, 4)))
            {
                return null;
            }
        }

        return Opaque(pixels, layout);
    }

    private static bool HasFooter(Stream stream)
    {
        if (stream.Length < HeaderLength + FooterLength)
        {
            return false;
        }

        var end = new byte[FooterLength];
        stream.Position = stream.Length - FooterLength;
        stream.ReadExactly(end);
        return end.AsSpan(8).StartsWith("TRUEVISION-XFILE."u8);
    }

    private static bool Copy(ReadOnlySpan<byte> body, Span<byte> values)
    {
        if (body.Length < values.Length)
        {
            return false;
        }

        body[..values.Length].CopyTo(values);
        return true;
    }

    private static bool Unpack(ReadOnlySpan<byte> body, Span<byte> values, int size)
    {
        while (!values.IsEmpty)
        {
            if (body.IsEmpty)
            {
                return false;
            }

            var (isRun, length) = ((body[0] & 0x80) != 0, Math.Min(((body[0] & 0x7F) + 1) * size, values.Length));
            body = body[1..];
            var taken = isRun ? size : length;
            if (body.Length < taken)
            {
                return false;
            }

            for (var i = 0; i < length; i++)
            {
                values[i] = body[isRun ? i % size : i];
            }

            body = body[taken..];
            values = values[length..];
        }

        return true;
    }

    // Many programs leave the byte for opacity empty, or write zeros into it: nobody means a picture that cannot be seen.
    private static byte[] Opaque(byte[] pixels, Layout layout)
    {
        var isSeen = false;
        for (var i = 3; i < pixels.Length && layout.HasOpacity && !isSeen; i += 4)
        {
            isSeen = pixels[i] != 0;
        }

        for (var i = 3; i < pixels.Length && !isSeen; i += 4)
        {
            pixels[i] = 255;
        }

        return pixels;
    }

    /// <summary>How a file's pixels lie in it.</summary>
    private readonly record struct Layout(
        int Width, int Height, int Bytes, bool IsGrey, bool IsPacked, bool HasPalette, bool HasOpacity, bool FromTop, bool FromRight, int Palette, int First, int Entries, int EntryBytes)
    {
        /// <summary>Where the pixels begin.</summary>
        public int Body => Palette + (Entries * EntryBytes);

        public static Layout? Of(ReadOnlySpan<byte> start)
        {
            var (paletteKind, kind, bits) = (start[1], start[2], start[16]);
            var plain = kind & ~PackedBit;
            var hasPalette = plain == PaletteBit;
            var entryBits = hasPalette ? start[7] : bits;
            var isKnown = paletteKind <= 1 && plain is 1 or 2 or 3 && (!hasPalette || (paletteKind == 1 && bits is 8 or 16))
                && (plain == 3 ? bits is 8 or 16 : entryBits is 15 or 16 or 24 or 32);
            var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(start[12..]), BinaryPrimitives.ReadUInt16LittleEndian(start[14..]));
            return !isKnown || width == 0 || height == 0 ? null
                : new(
                    width, height, (bits + 7) / 8, plain == 3, (kind & PackedBit) != 0, hasPalette, (start[17] & 0x0F) != 0 && (entryBits == 32 || plain == 3),
                    (start[17] & 0x20) != 0, (start[17] & 0x10) != 0, HeaderLength + start[0],
                    BinaryPrimitives.ReadUInt16LittleEndian(start[3..]), paletteKind == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(start[5..]) : 0, (start[7] + 7) / 8);
        }

        /// <summary>The place of the file's pixel, counted row by row from the top.</summary>
        public int Place(int index)
        {
            var (y, x) = Math.DivRem(index, Width);
            return ((FromTop ? y : Height - 1 - y) * Width) + (FromRight ? Width - 1 - x : x);
        }

        /// <summary>Writes a pixel as red, green, blue, opacity; false where its colour is not in the palette.</summary>
        public bool Colour(ReadOnlySpan<byte> file, ReadOnlySpan<byte> value, Span<byte> pixel)
        {
            if (IsGrey)
            {
                pixel.Fill(value[0]);
                pixel[3] = value.Length > 1 ? value[1] : (byte)255;
                return true;
            }

            if (HasPalette)
            {
                var entry = (value.Length > 1 ? BinaryPrimitives.ReadUInt16LittleEndian(value) : value[0]) - First;
                if (entry < 0 || entry >= Entries || Palette + ((entry + 1) * EntryBytes) > file.Length)
                {
                    return false;
                }

                value = file.Slice(Palette + (entry * EntryBytes), EntryBytes);
            }

            if (value.Length == 2)
            {
                var bits = BinaryPrimitives.ReadUInt16LittleEndian(value);
                (pixel[0], pixel[1], pixel[2], pixel[3]) = (Wide(bits >> 10), Wide(bits >> 5), Wide(bits), 255);
                return true;
            }

            (pixel[0], pixel[1], pixel[2], pixel[3]) = (value[2], value[1], value[0], value.Length > 3 ? value[3] : (byte)255);
            return true;
        }

        private static byte Wide(int five) => (byte)(((five & 31) << 3) | ((five & 31) >> 2));
    }
}
