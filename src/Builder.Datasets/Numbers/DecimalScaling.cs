using System.Numerics;
using System.Runtime.CompilerServices;

namespace Builder.Datasets.Numbers;

/// <summary>
/// Digits and a power of ten to the nearest double: W. Clinger's exact case for short numbers, D. Lemire's 128-bit product for
/// others (https://arxiv.org/abs/2101.11408).
/// </summary>
internal static class DecimalScaling
{
    private const int ExplicitMantissaBits = 52;
    private const int ExponentBias = 1023;
    private const int InfiniteExponent = 0x7FF;

    /// <summary>The powers of ten that a double holds exactly.</summary>
    public static readonly double[] ExactPowers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>digits · 10^exponent, correctly rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Scale(ulong digits, int exponent)
    {
        if (digits <= 1UL << 53)
        {
            if ((uint)-exponent <= 22)
            {
                return digits / ExactPowers[-exponent];
            }

            if ((uint)exponent <= 22)
            {
                return digits * ExactPowers[exponent];
            }
        }

        return ScaleByProduct(digits, exponent);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double ScaleByProduct(ulong digits, int exponent)
    {
        if (digits == 0 || exponent < PowersOfFive.Smallest)
        {
            return 0;
        }

        if (exponent > PowersOfFive.Largest)
        {
            return double.PositiveInfinity;
        }

        var zeros = BitOperations.LeadingZeroCount(digits);
        var (high, low) = Multiply(digits << zeros, exponent);
        var upper = (int)(high >> 63);
        var shift = upper + 64 - ExplicitMantissaBits - 3;
        var mantissa = high >> shift;
        var power = (((152170 + 65536) * exponent) >> 16) + 63 + upper - zeros + ExponentBias;
        if (power <= 0)
        {
            return Subnormal(mantissa, power);
        }

        var isHalfway = low <= 1 && exponent is >= -4 and <= 23 && (mantissa & 3) == 1 && mantissa << shift == high;
        mantissa = isHalfway ? mantissa & ~1UL : mantissa;
        mantissa = (mantissa + (mantissa & 1)) >> 1;
        if (mantissa >= 2UL << ExplicitMantissaBits)
        {
            mantissa = 1UL << ExplicitMantissaBits;
            power++;
        }

        return power >= InfiniteExponent ? double.PositiveInfinity : Assemble(mantissa, power);
    }

    private static (ulong High, ulong Low) Multiply(ulong digits, int exponent)
    {
        const ulong Precise = ulong.MaxValue >> (ExplicitMantissaBits + 3);
        var place = 2 * (exponent - PowersOfFive.Smallest);
        var high = Math.BigMul(digits, PowersOfFive.Bits[place], out var low);
        if ((high & Precise) == Precise)
        {
            var carry = Math.BigMul(digits, PowersOfFive.Bits[place + 1], out _);
            low += carry;
            high += carry > low ? 1UL : 0;
        }

        return (high, low);
    }

    private static double Subnormal(ulong mantissa, int power)
    {
        if (1 - power >= 64)
        {
            return 0;
        }

        mantissa >>= 1 - power;
        mantissa = (mantissa + (mantissa & 1)) >> 1;
        return Assemble(mantissa, mantissa < 1UL << ExplicitMantissaBits ? 0 : 1);
    }

    private static double Assemble(ulong mantissa, int power) =>
        BitConverter.UInt64BitsToDouble((mantissa & ((1UL << ExplicitMantissaBits) - 1)) | ((ulong)power << ExplicitMantissaBits));
}
