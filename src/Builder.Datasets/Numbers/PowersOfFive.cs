using System.Numerics;

namespace Builder.Datasets.Numbers;

/// <summary>
/// The first 128 bits of 5^q for q from −342 to 308, as needed by D. Lemire, "Number Parsing at a Gigabyte per Second" (2021),
/// https://arxiv.org/abs/2101.11408: truncated for positive q, rounded up for negative q. Computed once, in about a millisecond.
/// </summary>
internal static class PowersOfFive
{
    public const int Smallest = -342;

    public const int Largest = 308;

    /// <summary>Even places: the upper 64 bits; odd places: the lower.</summary>
    public static readonly ulong[] Bits = Compute();

    private static ulong[] Compute()
    {
        var bits = new ulong[2 * (Largest - Smallest + 1)];
        var power = BigInteger.One;
        for (var q = 0; q <= Largest; q++, power *= 5)
        {
            Store(bits, q, Align(power));
        }

        power = 5;
        for (var q = -1; q >= Smallest; q--, power *= 5)
        {
            var length = (int)power.GetBitLength();
            var shift = q >= -27 ? length + 127 : (2 * length) + 128;
            Store(bits, q, Align((BigInteger.One << shift) / power + BigInteger.One));
        }

        return bits;
    }

    private static BigInteger Align(BigInteger value)
    {
        var excess = (int)value.GetBitLength() - 128;
        return excess >= 0 ? value >> excess : value << -excess;
    }

    private static void Store(ulong[] bits, int q, BigInteger value)
    {
        bits[2 * (q - Smallest)] = (ulong)(value >> 64);
        bits[(2 * (q - Smallest)) + 1] = (ulong)(value & ulong.MaxValue);
    }
}
