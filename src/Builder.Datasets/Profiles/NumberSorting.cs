using System.Runtime.InteropServices;

namespace Builder.Datasets.Profiles;

/// <summary>Sorts many numbers, none of them NaN, several times as fast as comparing them does: eleven bits after the other.</summary>
internal static class NumberSorting
{
    /// <summary>Fewer are sorted by comparing.</summary>
    private const int FewestForDigits = 1 << 12;

    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 6;
    private const ulong Sign = 1UL << 63;

    /// <summary>Sorts in place; −0 is 0.</summary>
    public static void Sort(double[] values) => Sort(values, new ulong[values.Length]);

    /// <summary>Sorts in place.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="keys">As much room.</param>
    public static void Sort(Span<double> values, Span<ulong> keys)
    {
        if (values.Length < FewestForDigits)
        {
            values.Sort();
            return;
        }

        // Bits in the order of the numbers: those below zero turned around.
        var counts = new int[Passes * Digits];
        for (var i = 0; i < keys.Length; i++)
        {
            var bits = BitConverter.DoubleToUInt64Bits(values[i] + 0.0);
            var key = keys[i] = (bits & Sign) != 0 ? ~bits : bits | Sign;
            for (var pass = 0; pass < Passes; pass++)
            {
                counts[(pass * Digits) + (int)((key >> (pass * DigitBits)) & (Digits - 1))]++;
            }
        }

        var from = keys;
        var to = MemoryMarshal.Cast<double, ulong>(values);
        for (var pass = 0; pass < Passes; pass++)
        {
            var places = counts.AsSpan(pass * Digits, Digits);
            var shift = pass * DigitBits;
            if (places[(int)((from[0] >> shift) & (Digits - 1))] == from.Length)
            {
                continue;
            }

            var next = 0;
            for (var digit = 0; digit < Digits; digit++)
            {
                (places[digit], next) = (next, next + places[digit]);
            }

            foreach (var key in from)
            {
                to[places[(int)((key >> shift) & (Digits - 1))]++] = key;
            }

            var last = from;
            from = to;
            to = last;
        }

        for (var i = 0; i < values.Length; i++)
        {
            var key = from[i];
            values[i] = BitConverter.UInt64BitsToDouble((key & Sign) != 0 ? key & ~Sign : ~key);
        }
    }
}
