namespace Builder.Datasets.Sheets;

/// <summary>
/// Walks what Thrift wrote in its compact protocol, see https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md. What announces more than the bytes hold
/// is an <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct ThriftCompact(ReadOnlySpan<byte> bytes)
{
    private const int DeepestNesting = 32;
    private const int Struct = 12;

    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>Bytes that are not yet read.</summary>
    public readonly int Left => _left.Length;

    /// <summary>Goes over a structure.</summary>
    public void Skip() => SkipStruct(0);

    /// <summary>Reads the whole numbers of a structure and of those right in it, by the numbers of their fields: 5 for a field of the structure, 5 * 100 + 1 for the first field of the one in its field 5.</summary>
    public Dictionary<int, long> Numbers()
    {
        var numbers = new Dictionary<int, long>();
        Numbers(numbers, 0, 0);
        return numbers;
    }

    private void Numbers(Dictionary<int, long> numbers, int before, int depth)
    {
        var field = 0;
        while (Take(1)[0] is var head and not 0)
        {
            field = head >> 4 == 0 ? (int)ZigZag() : field + (head >> 4);
            switch (head & 15)
            {
                case 1 or 2:
                    break;
                case 4 or 5 or 6:
                    numbers[before + field] = ZigZag();
                    break;
                case Struct when depth == 0:
                    Numbers(numbers, field * 100, depth + 1);
                    break;
                default:
                    Skip(head & 15, depth);
                    break;
            }
        }
    }

    private long ZigZag() => Number() is var number ? (long)(number >> 1) ^ -(long)(number & 1) : 0;

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
            case Struct:
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
