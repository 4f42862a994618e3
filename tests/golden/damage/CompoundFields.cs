using System.Buffers.Binary;

namespace Builder.Tests.Damaged;

/// <summary>
/// One field of an old workbook (.xls): of the compound file around it (header, table of sectors, directory), or the kind, the length or the content of one of the
/// records in it. See the specifications [MS-CFB] and [MS-XLS].
/// </summary>
internal static class CompoundFields
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;

    /// <summary>BOF of a workbook of Excel 97 and later, with its length.</summary>
    private static readonly byte[] s_begin = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06];

    /// <summary>The changed copy.</summary>
    public static byte[] Change(byte[] whole, Random random)
    {
        if (whole.Length < HeaderLength)
        {
            return whole.ToArray();
        }

        return random.Next(4) switch
        {
            0 => Structure.At(whole, 24 + (2 * random.Next(244)), 2 << random.Next(2), isBig: false, random),
            1 => InSector(whole, BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(48)), EntryLength, [0, 64, 66, 67, 68, 72, 76, 116, 120], random),
            2 => InSector(whole, BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(76)), sizeof(int), [0], random),
            _ => Record(whole, random),
        };
    }

    private static byte[] InSector(byte[] whole, int sector, int each, int[] fields, Random random)
    {
        var start = (sector + 1L) * HeaderLength;
        return start is < 0 or > int.MaxValue || start + HeaderLength > whole.Length ? whole.ToArray()
            : Structure.At(whole, (int)start + (each * random.Next(HeaderLength / each)) + fields[random.Next(fields.Length)], sizeof(int), isBig: false, random);
    }

    // Small workbooks lie in one piece.
    private static byte[] Record(byte[] whole, Random random)
    {
        var records = new List<(int Place, int Length)>();
        for (var place = whole.AsSpan().IndexOf(s_begin); place >= 0 && place + 4 <= whole.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(whole.AsSpan(place + 2));
            records.Add((place, length));
            place += 4 + length;
        }

        if (records.Count == 0)
        {
            return whole.ToArray();
        }

        var (at, inside) = records[random.Next(records.Count)];
        return random.Next(4) switch
        {
            0 => Structure.At(whole, at, 2, isBig: false, random),
            1 => Structure.At(whole, at + 2, 2, isBig: false, random),
            _ => Structure.At(whole, at + 4 + (inside == 0 ? 0 : random.Next(inside)), 1 << random.Next(3), isBig: false, random),
        };
    }
}
