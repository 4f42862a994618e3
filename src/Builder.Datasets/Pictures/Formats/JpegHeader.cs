using System.Buffers.Binary;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>Walks over a JPEG's segments to the one that begins a frame (SOF0 … SOF15 without DHT, JPG and DAC), past the one with Exif data.</summary>
internal static class JpegHeader
{
    private const int MostSegments = 10_000;
    private const int MarkerLength = 4;
    private const byte App1 = 0xE1;
    private const byte Scan = 0xDA;
    private const byte ProgressiveFrame = 0xC2;

    /// <summary>Reads the header; null where there is none.</summary>
    public static PictureHeader? Read(Stream stream)
    {
        var turn = 1;
        var frame = new byte[6];
        foreach (var (marker, place, length) in Segments(stream))
        {
            if (marker == App1 && turn == 1)
            {
                turn = ExifData.TurnOf(stream, place, length);
            }
            else if (IsFrame(marker))
            {
                stream.Position = place;
                return stream.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) < frame.Length ? null
                    : new(PictureKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)), frame[5] == 1, turn);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a picture that comes in several passes, each finer than the one before, ends before the last: what is there makes a whole picture,
    /// but a blurred one, and no decoder complains.
    /// </summary>
    public static bool IsCutBetweenPasses(byte[] bytes)
    {
        var isProgressive = false;
        using var stream = new MemoryStream(bytes, writable: false);
        foreach (var (marker, place, _) in Segments(stream))
        {
            isProgressive |= marker == ProgressiveFrame;
            if (marker == Scan)
            {
                return isProgressive && bytes.AsSpan((int)place).LastIndexOf<byte>([0xFF, 0xD9]) < 0;
            }
        }

        return false;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static IEnumerable<(byte Marker, long Place, int Length)> Segments(Stream stream)
    {
        var start = new byte[MarkerLength];
        var place = 2L;
        for (var count = 0; count < MostSegments; count++)
        {
            stream.Position = place;
            if (stream.ReadAtLeast(start, MarkerLength, throwOnEndOfStream: false) != MarkerLength || start[0] != 0xFF)
            {
                yield break;
            }

            if (start[1] == 0xFF)
            {
                place++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(start.AsSpan(2));
            yield return (start[1], place + MarkerLength, Math.Max(0, length - 2));
            place += 2 + length;
        }
    }
}
