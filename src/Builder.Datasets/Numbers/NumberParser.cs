using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Builder.Datasets.Numbers;

/// <summary>
/// Reads decimal numbers straight from bytes, rounded to the nearest double as the platform's own parser does. Method: W. Clinger's
/// exact case for short numbers, D. Lemire's 128-bit product for others (https://arxiv.org/abs/2101.11408), the platform's parser
/// beyond 19 digits.
/// </summary>
public static class NumberParser
{
    private const int MostDigits = 19;

    /// <summary>Reads the whole of <paramref name="text"/> as a number such as -12.5e3; no spaces, no thousands marks.</summary>
    /// <param name="text">ASCII.</param>
    /// <param name="decimalMark">'.' or ','.</param>
    /// <param name="value">The number; infinite where it is too large for a double.</param>
    /// <returns>Whether it is a number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, byte decimalMark, out double value)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        var at = 0;
        value = 0;
        if (length == 0)
        {
            return false;
        }

        var negative = start == '-';
        if (negative || start == '+')
        {
            at = 1;
        }

        ulong digits = 0;
        var whole = at;
        at = ReadDigits(ref start, at, length, ref digits);
        var count = at - whole;
        var exponent = 0;
        if (at < length && Unsafe.Add(ref start, at) == decimalMark)
        {
            var fraction = ++at;
            at = ReadDigits(ref start, at, length, ref digits);
            exponent = fraction - at;
            count -= exponent;
        }

        if (count == 0 || (at < length && !TryReadExponent(text[at..], ref exponent)))
        {
            return false;
        }

        if (count > MostDigits && SignificantDigits(text, decimalMark) > MostDigits)
        {
            return TryParseLong(text, decimalMark, out value);
        }

        var magnitude = DecimalScaling.Scale(digits, exponent);
        value = negative ? -magnitude : magnitude;
        return true;
    }

    /// <summary>
    /// Reads a number of at most eight digits and mark after its sign, without a branch that depends on how long it is. Eight bytes
    /// must be readable behind the sign, whatever they are.
    /// </summary>
    /// <param name="start">The first byte.</param>
    /// <param name="length">Bytes of the field.</param>
    /// <param name="marks">The decimal mark in each of eight bytes.</param>
    /// <param name="value">The number.</param>
    /// <returns>False if it is longer or something else: then <see cref="TryParse"/> decides.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryParseShort(ref byte start, int length, ulong marks, out double value)
    {
        const ulong Ones = 0x0101010101010101;
        var sign = start == '-' ? 1 : 0;
        var count = length - sign;
        if ((uint)(count - 1) > 7)
        {
            value = 0;
            return false;
        }

        var digits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, sign)) << (64 - (8 * count));
        var differences = digits ^ marks;
        var mark = (differences - Ones) & ~differences & (Ones << 7);
        var fraction = 0;
        if (mark != 0)
        {
            var at = BitOperations.TrailingZeroCount(mark) - 7;
            var below = (1UL << at) - 1;
            digits = (digits & (ulong.MaxValue << at << 8)) | ((digits & below) << 8);
            fraction = (56 - at) >> 3;
            count--;
        }

        digits |= 0x0030303030303030UL >> (8 * (count - 1));
        if (count == 0 || !AreDigits(digits))
        {
            value = 0;
            return false;
        }

        var magnitude = BitConverter.DoubleToUInt64Bits(ValueOf(digits) / DecimalScaling.ExactPowers[fraction]);
        value = BitConverter.UInt64BitsToDouble(magnitude | ((ulong)sign << 63));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadDigits(ref byte start, int at, int length, ref ulong digits)
    {
        var sum = digits;
        while (length - at >= 8)
        {
            var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));
            if (!AreDigits(eight))
            {
                break;
            }

            sum = (sum * 100_000_000) + ValueOf(eight);
            at += 8;
        }

        for (; at < length; at++)
        {
            var digit = (uint)(Unsafe.Add(ref start, at) - '0');
            if (digit > 9)
            {
                break;
            }

            sum = (sum * 10) + digit;
        }

        digits = sum;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong eight) =>
        ((eight & 0xF0F0F0F0F0F0F0F0) | (((eight + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) >> 4)) == 0x3333333333333333;

    /// <summary>The value of eight ASCII digits in three multiplications; the first digit is in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ValueOf(ulong eight)
    {
        const ulong Mask = 0x000000FF000000FF;
        eight -= 0x3030303030303030;
        eight = (eight * 10) + (eight >> 8);
        return (((eight & Mask) * 0x000F424000000064) + (((eight >> 16) & Mask) * 0x0000271000000001)) >> 32;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryReadExponent(ReadOnlySpan<byte> text, ref int exponent)
    {
        if ((text[0] | 0x20) != 'e' || text.Length == 1)
        {
            return false;
        }

        var negative = text[1] == '-';
        var at = negative || text[1] == '+' ? 2 : 1;
        if (at == text.Length)
        {
            return false;
        }

        var value = 0;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit > 9)
            {
                return false;
            }

            value = Math.Min((value * 10) + (int)digit, 100_000);
        }

        exponent += negative ? -value : value;
        return true;
    }

    private static int SignificantDigits(ReadOnlySpan<byte> text, byte decimalMark)
    {
        var count = 0;
        foreach (var symbol in text)
        {
            if (symbol is >= (byte)'0' and <= (byte)'9')
            {
                count += count > 0 || symbol != '0' ? 1 : 0;
            }
            else if (symbol != decimalMark && symbol is not ((byte)'-' or (byte)'+'))
            {
                break;
            }
        }

        return count;
    }

    private static bool TryParseLong(ReadOnlySpan<byte> text, byte decimalMark, out double value)
    {
        var plain = text[0] == '+' ? text[1..].ToArray() : text.ToArray();
        plain.AsSpan().Replace(decimalMark, (byte)'.');
        return Utf8Parser.TryParse(plain, out value, out var used) && used == plain.Length;
    }
}
