using Parquet.Meta;

namespace Builder.Datasets.Sheets;

/// <summary>
/// Walks the headers of a Parquet file's pages before the library reads them: it takes memory for what each page announces, before it looks at what is there. Fields as in
/// https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
/// </summary>
internal static class ParquetPages
{
    private const int UncompressedSize = 2;
    private const int CompressedSize = 3;
    private const int DataValues = (5 * 100) + 1;
    private const int DictionaryValues = (7 * 100) + 1;
    private const int Data2Values = (8 * 100) + 1;

    /// <summary>Most headers are short; one with the least and largest text of its page may be long.</summary>
    private static readonly int[] s_headers = [1 << 10, 1 << 20];

    /// <summary>Values that a byte can hold where each is a bit.</summary>
    private const int MostOfByte = 8;

    /// <summary>Throws where a page announces more than its part of the file can hold, and goes back to the start of the file.</summary>
    /// <param name="file">The file; seekable.</param>
    /// <param name="chunks">The columns of its groups of rows; their own counts have been checked.</param>
    /// <param name="most">The most bytes that so many packed ones may become.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void Check(Stream file, IEnumerable<ColumnMetaData> chunks, Func<long, long> most)
    {
        foreach (var chunk in chunks)
        {
            var place = chunk.DictionaryPageOffset is > 0 and var first && first < chunk.DataPageOffset ? first : chunk.DataPageOffset;
            if (place < 0 || place > file.Length - chunk.TotalCompressedSize)
            {
                throw new InvalidDataException();
            }

            var end = place + chunk.TotalCompressedSize;
            for (var values = 0L; values < chunk.NumValues;)
            {
                var (page, length) = Header(file, place, end);
                place += length;
                var (packed, unpacked) = (page.GetValueOrDefault(CompressedSize), page.GetValueOrDefault(UncompressedSize));
                var here = page.GetValueOrDefault(DataValues) + page.GetValueOrDefault(Data2Values);
                if (packed < 0 || packed > end - place || unpacked < 0 || unpacked > most(packed) || here < 0 || here > chunk.NumValues
                    || page.GetValueOrDefault(DictionaryValues) is var distinct && (distinct < 0 || distinct > Math.Max(unpacked, packed) * MostOfByte))
                {
                    throw new InvalidDataException();
                }

                place += packed;
                values += here;
            }
        }

        file.Seek(0, SeekOrigin.Begin);
    }

    private static (Dictionary<int, long> Fields, int Length) Header(Stream file, long place, long end)
    {
        foreach (var most in s_headers)
        {
            var bytes = new byte[Math.Min(most, end - place)];
            file.Seek(place, SeekOrigin.Begin);
            file.ReadExactly(bytes);
            var thrift = new ThriftCompact(bytes);
            try
            {
                return (thrift.Numbers(), bytes.Length - thrift.Left);
            }
            catch (InvalidDataException) when (bytes.Length == s_headers[0])
            {
                // It goes on behind these bytes, perhaps.
            }
        }

        throw new InvalidDataException();
    }
}
