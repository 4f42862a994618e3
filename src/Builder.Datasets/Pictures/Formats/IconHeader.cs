using System.Buffers.Binary;

namespace Builder.Datasets.Pictures.Formats;

/// <summary>Looks through a Windows icon for the largest of its pictures.</summary>
internal static class IconHeader
{
    private const int EntryLength = 16;
    private const int MostEntries = 1_000;
    private const int StartLength = 26;

    public static PictureHeader? Read(Stream stream)
    {
        var start = new byte[6];
        stream.Position = 0;
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) != start.Length)
        {
            return null;
        }

        var entries = new byte[EntryLength * Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(4)), MostEntries)];
        if (stream.ReadAtLeast(entries, entries.Length, throwOnEndOfStream: false) != entries.Length)
        {
            return null;
        }

        PictureHeader? largest = null;
        for (var at = 0; at < entries.Length; at += EntryLength)
        {
            if (Entry(stream, BinaryPrimitives.ReadUInt32LittleEndian(entries.AsSpan(at + 12))) is { } one && one.Width * one.Height > (largest?.Width * largest?.Height ?? 0))
            {
                largest = one;
            }
        }

        return largest;
    }

    private static PictureHeader? Entry(Stream stream, long place)
    {
        if (place > stream.Length - StartLength)
        {
            return null;
        }

        var start = new byte[StartLength];
        stream.Position = place;
        stream.ReadExactly(start);
        return PictureHeader.KindOf(start) == PictureKind.Png
            ? new(PictureKind.Icon, BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(20)))

            // The height counts the mask as well, which follows the picture.
            : PictureHeader.Bitmap(start) is { } bitmap ? bitmap with { Kind = PictureKind.Icon, Height = bitmap.Height / 2 } : null;
    }
}
