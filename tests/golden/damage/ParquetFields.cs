using System.Buffers.Binary;

namespace Builder.Tests.Damaged;

/// <summary>One number of a Parquet file's footer or of the first page's header, both in Thrift's compact protocol; the footer's length is then right.</summary>
internal static class ParquetFields
{
    private const int TailLength = 8;

    /// <summary>The changed copy.</summary>
    public static byte[] Change(byte[] whole, Random random)
    {
        var length = whole.Length < 16 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(whole.AsSpan(whole.Length - TailLength));
        if (length <= 0 || length > whole.Length - TailLength - 4)
        {
            return whole.ToArray();
        }

        var footer = whole.Length - TailLength - length;
        if (random.Next(3) == 0)
        {
            return OneNumber(whole.AsSpan(4, footer - 4).ToArray(), random) is { } pages ? [.. "PAR1"u8, .. pages, .. whole.AsSpan(footer)] : whole.ToArray();
        }

        var changed = OneNumber(whole.AsSpan(footer, length).ToArray(), random) ?? whole.AsSpan(footer, length).ToArray();
        byte[] tail = [.. whole.AsSpan(whole.Length - TailLength)];
        BinaryPrimitives.WriteInt32LittleEndian(tail, changed.Length);
        return [.. whole.AsSpan(0, footer), .. changed, .. tail];
    }

    /// <summary>The bytes with one number of the structure at their start replaced; null where there is none.</summary>
    private static byte[]? OneNumber(byte[] bytes, Random random)
    {
        var numbers = new List<(int Place, int Length)>();
        try
        {
            var place = 0;
            Struct(bytes, ref place, numbers);
        }
        catch (Exception cut) when (cut is IndexOutOfRangeException or InvalidDataException)
        {
            // What was found until there does.
        }

        if (numbers.Count == 0)
        {
            return null;
        }

        var (at, length) = numbers[random.Next(numbers.Count)];
        return [.. bytes.AsSpan(0, at), .. Written(random.Next(4) == 0 ? (ulong)random.NextInt64() : Structure.Edge(Read(bytes, at), 1 << random.Next(4), random)), .. bytes.AsSpan(at + length)];
    }

    private static void Struct(byte[] bytes, ref int place, List<(int Place, int Length)> numbers)
    {
        while (bytes[place++] is var head and not 0)
        {
            if (head >> 4 == 0)
            {
                Number(bytes, ref place);
            }

            if ((head & 15) is not (1 or 2))
            {
                Value(bytes, ref place, head & 15, numbers);
            }
        }
    }

    private static void Value(byte[] bytes, ref int place, int type, List<(int Place, int Length)> numbers)
    {
        var start = place;
        switch (type)
        {
            case 1 or 2 or 3:
                place++;
                break;
            case 4 or 5 or 6:
                Number(bytes, ref place);
                numbers.Add((start, place - start));
                break;
            case 7:
                place += sizeof(double);
                break;
            case 8:
                var length = Number(bytes, ref place);
                numbers.Add((start, place - start));
                place += (int)Math.Min(length, int.MaxValue / 2);
                break;
            case 9 or 10:
                var list = bytes[place++];
                start = place;
                var count = list >> 4 is < 15 and var few ? (ulong)few : Number(bytes, ref place);
                if (place > start)
                {
                    numbers.Add((start, place - start));
                }

                for (var i = 0UL; i < count; i++)
                {
                    Value(bytes, ref place, list & 15, numbers);
                }

                break;
            case 12:
                Struct(bytes, ref place, numbers);
                break;
            default:
                throw new InvalidDataException();
        }
    }

    private static ulong Number(byte[] bytes, ref int place)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[place++];
            number |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return number;
            }
        }
    }

    private static ulong Read(byte[] bytes, int place) => Number(bytes, ref place);

    private static byte[] Written(ulong number)
    {
        var bytes = new List<byte>();
        for (; number > 127; number >>= 7)
        {
            bytes.Add((byte)(number | 128));
        }

        bytes.Add((byte)number);
        return [.. bytes];
    }
}
