using System.Buffers.Binary;

namespace Builder.Datasets.Sheets;

/// <summary>
/// Walks the footer of a Parquet file before the library reads it. A damaged one may announce lists of billions of elements that are not there, over which the library
/// would sit for minutes. The footer is in Thrift's compact protocol, see https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md.
/// </summary>
internal ref struct ParquetFooter
{
    private const int TailLength = 8;
    private const int MostBytes = 256 << 20;
    private const int DeepestNesting = 32;

    private ReadOnlySpan<byte> _left;

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
        new ParquetFooter { _left = bytes }.SkipStruct(0);
    }

    private void SkipStruct(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException();
        }

        while (Take(1)[0] is var head and not 0)
        {
            if (head >> 4 == 0)
            {
                // The number of the field, where it is not told by its distance from the one before.
                Number();
            }

            // Whether a field is true or false is said by its type.
            if ((head & 15) is not (1 or 2))
            {
                Skip(head & 15, depth);
            }
        }
    }

    private void Skip(int type, int depth)
    {
        switch (type)
        {
            case 1 or 2 or 3:
                Take(1);
                break;
            case 4 or 5 or 6:
                Number();
                break;
            case 7:
                Take(sizeof(double));
                break;
            case 8:
                Take(Number());
                break;
            case 9 or 10:
                var list = Take(1)[0];
                SkipMany(list >> 4 is < 15 and var few ? (ulong)few : Number(), list & 15, null, depth);
                break;
            case 11:
                var pairs = Number();
                if (pairs > 0)
                {
                    var types = Take(1)[0];
                    SkipMany(pairs, types >> 4, types & 15, depth);
                }

                break;
            case 12:
                SkipStruct(depth + 1);
                break;
            default:
                throw new InvalidDataException();
        }
    }

    // Every element takes a byte at least: more elements than bytes are not there.
    private void SkipMany(ulong count, int type, int? other, int depth)
    {
        if (count > (ulong)_left.Length || depth > DeepestNesting)
        {
            throw new InvalidDataException();
        }

        for (; count > 0; count--)
        {
            Skip(type, depth + 1);
            if (other is { } second)
            {
                Skip(second, depth + 1);
            }
        }
    }

    private ulong Number()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }

        throw new InvalidDataException();
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_left.Length)
        {
            throw new InvalidDataException();
        }

        var taken = _left[..(int)count];
        _left = _left[(int)count..];
        return taken;
    }
}
