using System.Buffers.Binary;
using System.Collections.Immutable;
using Builder.Datasets.Archives;
using Builder.Datasets.Pictures;

namespace Builder.Datasets.Idx;

/// <summary>
/// An IDX file of unsigned bytes: two zero bytes, type 8, number of dimensions, each dimension as a big-endian 32-bit number,
/// then the values. Format: http://yann.lecun.com/exdb/mnist/.
/// </summary>
/// <param name="Shape">The dimensions.</param>
/// <param name="Values">All values, the last dimension fastest.</param>
public sealed record IdxFile(ImmutableArray<int> Shape, byte[] Values)
{
    private const byte UnsignedByte = 8;

    /// <summary>Reads a plain or gzip-compressed file.</summary>
    /// <exception cref="DataException">It is not such a file, or cut short.</exception>
    public static IdxFile Read(string path)
    {
        var name = Path.GetFileName(path);
        using var stream = SourceStream.Open(path);
        try
        {
            Span<byte> start = stackalloc byte[4];
            stream.ReadExactly(start);
            if (start[0] != 0 || start[1] != 0 || start[2] != UnsignedByte || start[3] is < 1 or > 4)
            {
                throw PictureProblems.NotIdx(name);
            }

            var shape = ReadShape(stream, start[3], name);
            return new IdxFile(shape, ReadValues(stream, shape, name));
        }
        catch (Exception cut) when (cut is EndOfStreamException or InvalidDataException)
        {
            throw PictureProblems.NotIdx(name);
        }
    }

    private static ImmutableArray<int> ReadShape(Stream stream, int dimensions, string name)
    {
        var shape = ImmutableArray.CreateBuilder<int>(dimensions);
        Span<byte> word = stackalloc byte[4];
        for (var i = 0; i < dimensions; i++)
        {
            stream.ReadExactly(word);
            var size = BinaryPrimitives.ReadInt32BigEndian(word);
            if (size < 1)
            {
                throw PictureProblems.NotIdx(name);
            }

            shape.Add(size);
        }

        return shape.MoveToImmutable();
    }

    /// <summary>Reads block by block, so that a false header cannot make it take memory that the file does not fill.</summary>
    private static byte[] ReadValues(Stream stream, ImmutableArray<int> shape, string name)
    {
        long length = 1;
        foreach (var size in shape)
        {
            length *= size;
            if (length > Array.MaxLength)
            {
                throw PictureProblems.NotIdx(name);
            }
        }

        const int Block = 1 << 24;
        var values = new byte[Math.Min(length, Block)];
        var filled = 0;
        while (true)
        {
            stream.ReadExactly(values.AsSpan(filled));
            filled = values.Length;
            if (filled == length)
            {
                break;
            }

            Array.Resize(ref values, (int)Math.Min(length, filled * 2L));
        }

        return stream.ReadByte() < 0 ? values : throw PictureProblems.NotIdx(name);
    }
}
