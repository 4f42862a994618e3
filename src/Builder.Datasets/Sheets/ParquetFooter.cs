using System.Buffers.Binary;

namespace Builder.Datasets.Sheets;

/// <summary>
/// Walks the footer of a Parquet file before the library reads it. A damaged one may announce lists of billions of elements that are not there, over which the library
/// would sit for minutes.
/// </summary>
internal static class ParquetFooter
{
    private const int TailLength = 8;
    private const int MostBytes = 256 << 20;

    /// <summary>Throws where the footer does not hold what it announces, and goes back to the start of the file.</summary>
    /// <param name="file">The file; seekable.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="EndOfStreamException">The file is too short.</exception>
    public static void Check(Stream file)
    {
        Span<byte> tail = stackalloc byte[TailLength];
        file.Seek(-TailLength, SeekOrigin.End);
        file.ReadExactly(tail);
        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (length is <= 0 or > MostBytes || length > file.Length - TailLength)
        {
            throw new InvalidDataException();
        }

        var bytes = new byte[length];
        file.Seek(-TailLength - length, SeekOrigin.End);
        file.ReadExactly(bytes);
        file.Seek(0, SeekOrigin.Begin);
        new ThriftCompact(bytes).Skip();
    }
}
