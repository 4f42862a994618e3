using System.Buffers.Binary;

namespace Builder.Tests.Damaged;

/// <summary>One field of a zip: of its end, of its list of files, or in front of a file. See https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.</summary>
internal static class ZipFields
{
    private const uint Local = 0x04034B50;
    private const uint Listed = 0x02014B50;
    private const uint End = 0x06054B50;

    private static readonly (uint Signature, (int Place, int Bytes)[] Fields)[] s_headers =
    [
        (Local, [(4, 2), (6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)]),
        (Listed, [(4, 2), (8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (34, 2), (38, 4), (42, 4)]),
        (End, [(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)]),
    ];

    /// <summary>The changed copy.</summary>
    public static byte[] Change(byte[] whole, Random random)
    {
        var (signature, fields) = s_headers[random.Next(s_headers.Length)];
        var places = new List<int>();
        for (var place = 0; place + 22 <= whole.Length; place++)
        {
            if (whole[place] == 'P' && BinaryPrimitives.ReadUInt32LittleEndian(whole.AsSpan(place)) == signature)
            {
                places.Add(place);
            }
        }

        if (places.Count == 0)
        {
            return whole.ToArray();
        }

        var (field, bytes) = fields[random.Next(fields.Length)];
        return Structure.At(whole, places[random.Next(places.Count)] + field, bytes, isBig: false, random);
    }
}
