using System.Buffers.Binary;
using System.Text;

namespace Builder.Tests.Damaged;

/// <summary>
/// Changes one field of what a kind of file is made of, and leaves all else right: a length, a count, a place, a value. Bytes changed anywhere mostly end at the first
/// check; these reach what stands behind it.
/// </summary>
internal static class Structure
{
    /// <summary>A copy with one field changed; null where the kind of file is not known here.</summary>
    public static byte[]? OneField(byte[] whole, Random random)
    {
        var file = whole.AsSpan();
        return
            file.StartsWith("PK"u8) ? ZipFields.Change(whole, random)
            : file.StartsWith<byte>([0x1F, 0x8B]) ? Header(whole, 10, random)
            : file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? CompoundFields.Change(whole, random)
            : file.StartsWith("PAR1"u8) ? ParquetFields.Change(whole, random)
            : file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) ? PictureFields.Png(whole, random)
            : file.StartsWith<byte>([0xFF, 0xD8]) ? PictureFields.Jpeg(whole, random)
            : file.StartsWith("RIFF"u8) ? PictureFields.Riff(whole, random)
            : file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) ? PictureFields.Tiff(whole, random)
            : file.StartsWith("GIF8"u8) || file.StartsWith("BM"u8) || file.StartsWith<byte>([0, 0, 1, 0]) ? Header(whole, 64, random)
            : file.EndsWith("TRUEVISION-XFILE.\0"u8) ? Header(whole, 18, random)
            : file.StartsWith<byte>([0, 0, 8]) ? Header(whole, 16, random)
            : IsSafetensors(file) ? Safetensors(whole, random)
            : Text(whole, random);
    }

    /// <summary>A number at the edge of what fits into so many bytes, or near what stood there.</summary>
    public static ulong Edge(ulong value, int bytes, Random random)
    {
        var all = bytes == 8 ? ulong.MaxValue : (1UL << (8 * bytes)) - 1;
        return random.Next(10) switch
        {
            0 => 0,
            1 => 1,
            2 => all,
            3 => all >> 1,
            4 => (all >> 1) + 1,
            5 => (value + 1) & all,
            6 => (value - 1) & all,
            7 => (value * 2) & all,
            8 => value & (all >> 4),
            _ => (ulong)random.NextInt64() & all,
        };
    }

    /// <summary>Writes an edge over a number of so many bytes.</summary>
    public static byte[] At(byte[] whole, int place, int bytes, bool isBig, Random random)
    {
        var copy = whole.ToArray();
        if (place < 0 || place + bytes > copy.Length)
        {
            return copy;
        }

        var value = 0UL;
        for (var i = 0; i < bytes; i++)
        {
            value |= (ulong)copy[place + (isBig ? bytes - 1 - i : i)] << (8 * i);
        }

        var edge = Edge(value, bytes, random);
        for (var i = 0; i < bytes; i++)
        {
            copy[place + (isBig ? bytes - 1 - i : i)] = (byte)(edge >> (8 * i));
        }

        return copy;
    }

    /// <summary>A number among the first bytes, of any size and order.</summary>
    private static byte[] Header(byte[] whole, int length, Random random) =>
        At(whole, random.Next(Math.Min(length, whole.Length)), 1 << random.Next(3), random.Next(2) == 0, random);

    private static byte[]? Text(byte[] whole, Random random)
    {
        if (whole.Length is 0 or > 1 << 20 || whole.AsSpan().Contains((byte)0))
        {
            return null;
        }

        var text = Encoding.Latin1.GetString(whole);
        var start = text.AsSpan().TrimStart("\u00EF\u00BB\u00BF \t\r\n");
        return Encoding.Latin1.GetBytes(start.StartsWith("{") || start.StartsWith("[") ? TextFields.Json(text, random) : start.StartsWith("<") ? TextFields.Markup(text, random) : TextFields.Rows(text, random));
    }

    private static bool IsSafetensors(ReadOnlySpan<byte> file) =>
        file.Length > 16 && file[8] == '{' && BinaryPrimitives.ReadUInt64LittleEndian(file) is > 2 and var length && length <= (ulong)file.Length - 8;

    /// <summary>The length of the header, or something in the header, whose length is then right.</summary>
    private static byte[] Safetensors(byte[] whole, Random random)
    {
        if (random.Next(4) == 0)
        {
            return At(whole, 0, 8, isBig: false, random);
        }

        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(whole);
        var header = Encoding.Latin1.GetBytes(TextFields.Json(Encoding.Latin1.GetString(whole, 8, length), random));
        byte[] changed = [.. new byte[8], .. header, .. whole.AsSpan(8 + length)];
        BinaryPrimitives.WriteUInt64LittleEndian(changed, (ulong)header.Length);
        return changed;
    }
}
