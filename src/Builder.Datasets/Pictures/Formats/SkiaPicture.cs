using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>Reads PNG, JPEG, GIF, BMP, ICO and WebP with Skia, in the way in which they are stored: not yet turned upright, colours as they are written.</summary>
internal static class SkiaPicture
{
    private const int PngStart = 8;
    private const int PngHeaderEnd = 33;

    /// <summary>Its pixels as red, green, blue and opacity, a byte each; null where the file is damaged or cut.</summary>
    public static byte[]? Decode(byte[] bytes, PictureHeader header) =>
        header.Kind == PictureKind.Jpeg && JpegHeader.IsCutBetweenPasses(bytes) ? null
        : !header.IsDeep ? Pixels(bytes, header, SKColorType.Rgba8888)
        : header.IsGrey ? DeepGrey(bytes, header)
        : Pixels(bytes, header, SKColorType.RgbaF16) is { } deep ? DeepColour(deep) : null;

    private static byte[]? Pixels(byte[] bytes, PictureHeader header, SKColorType type)
    {
        var file = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            using var data = SKData.Create(file.AddrOfPinnedObject(), bytes.Length);
            using var codec = SKCodec.Create(data);
            if (codec is null || codec.Info.Width != header.Width || codec.Info.Height != header.Height)
            {
                return null;
            }

            var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, type, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
            var pixels = new byte[info.BytesSize64];
            var place = GCHandle.Alloc(pixels, GCHandleType.Pinned);
            try
            {
                return codec.GetPixels(info, place.AddrOfPinnedObject()) == SKCodecResult.Success ? pixels : null;
            }
            finally
            {
                place.Free();
            }
        }
        finally
        {
            file.Free();
        }
    }

    /// <summary>
    /// Skia gives sixteen bits as half floats only, which have eleven. So a grey PNG of sixteen bits is read as one of eight with opacity, whose values
    /// lie alike in the file: the high byte comes as the grey, the low byte as the opacity. One that has opacity itself comes as a colour with it.
    /// </summary>
    private static byte[]? DeepGrey(byte[] bytes, PictureHeader header)
    {
        if (Halved(bytes) is not { } halved || Pixels(halved, header, SKColorType.Rgba8888) is not { } pixels)
        {
            return null;
        }

        var (low, opacity) = bytes[25] == 0 ? (3, -1) : (1, 2);
        var range = new DeepRange();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            range.Add((pixels[i] << 8) | pixels[i + low]);
        }

        for (var i = 0; i < pixels.Length; i += 4)
        {
            var value = range.Of((pixels[i] << 8) | pixels[i + low]);
            var seen = opacity < 0 ? (byte)255 : pixels[i + opacity];
            (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = (value, value, value, seen);
        }

        return pixels;
    }

    private static byte[] DeepColour(byte[] deep)
    {
        var values = MemoryMarshal.Cast<byte, Half>(deep);
        var range = new DeepRange();
        for (var i = 0; i < values.Length; i++)
        {
            if (i % 4 != 3)
            {
                range.Add((double)values[i]);
            }
        }

        var pixels = new byte[values.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = i % 4 == 3 ? (byte)Math.Round(Math.Clamp((double)values[i], 0, 1) * 255) : range.Of((double)values[i]);
        }

        return pixels;
    }

    /// <summary>The same PNG file with half as many bits and twice as many channels, and without anything that says what the values mean.</summary>
    private static byte[]? Halved(byte[] bytes)
    {
        if (bytes.Length < PngHeaderEnd)
        {
            return null;
        }

        using var result = new MemoryStream(bytes.Length);
        var header = bytes.AsSpan(PngStart, PngHeaderEnd - PngStart).ToArray();
        (header[16], header[17]) = (8, header[17] == 0 ? (byte)4 : (byte)6);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(21), Crc32.HashToUInt32(header.AsSpan(4, 17)));
        result.Write(bytes, 0, PngStart);
        for (var place = PngStart; place <= bytes.Length - 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(place));
            if (length > bytes.Length - 12 - place)
            {
                return null;
            }

            var chunk = bytes.AsSpan(place, (int)length + 12);
            if (place == PngStart)
            {
                result.Write(header);
            }
            else if (chunk[4..].StartsWith("IDAT"u8) || chunk[4..].StartsWith("IEND"u8))
            {
                result.Write(chunk);
            }

            place += chunk.Length;
        }

        return result.ToArray();
    }
}
