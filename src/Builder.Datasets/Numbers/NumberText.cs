using System.Globalization;

namespace Builder.Datasets.Numbers;

/// <summary>What the marks of a written number say about the decimal mark of those around it.</summary>
public enum DecimalEvidence
{
    /// <summary>Nothing: no mark, or one that fits both ways, such as 21,522.</summary>
    None,

    /// <summary>Only with a decimal point.</summary>
    Point,

    /// <summary>Only with a decimal comma.</summary>
    Comma,
}

/// <summary>A number as people write it.</summary>
/// <param name="Value">The value; a percentage is not divided by 100.</param>
/// <param name="Unit">The unit beside it; null where there is none.</param>
/// <param name="IsGrouped">Whether its thousands are kept apart by marks or blanks.</param>
/// <param name="Evidence">What its marks say about others.</param>
public readonly record struct WrittenNumber(double Value, string? Unit, bool IsGrouped, DecimalEvidence Evidence);

/// <summary>
/// Reads numbers as people write them: with marks between thousands (comma, point, apostrophe, any blank), a currency before or behind, percent,
/// a known unit, brackets or a sign behind for a negative amount, any minus sign, full-width and other digits. What programs write is read much
/// faster by <see cref="NumberParser"/>.
/// </summary>
public static class NumberText
{
    /// <summary>Texts of more bytes in UTF-8 are no numbers.</summary>
    public const int MostBytes = 3 * MostLength;

    private const int MostLength = 64;

    /// <summary>Reads the whole of a text as one number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="decimalMark">'.' or ',': decides where a number can be read both ways, as 1,234 can.</param>
    /// <param name="number">The number, always finite.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, char decimalMark, out WrittenNumber number)
    {
        number = default;
        if (text.Length > MostLength)
        {
            return false;
        }

        Span<char> plain = stackalloc char[text.Length];
        var rest = (ReadOnlySpan<char>)plain[..Plain(text, plain)];
        string? currency = null;
        var (negative, isSigned) = (false, false);
        if (!ReadBefore(ref rest, ref negative, ref isSigned, ref currency) || rest.IsEmpty)
        {
            return false;
        }

        var end = EndOfDigits(rest);
        if (!ReadBehind(rest[end..].Trim(' '), ref negative, isSigned, ref currency) || !TryParseDigits(rest[..end], decimalMark, out var value, out var grouped, out var evidence))
        {
            return false;
        }

        number = new(negative ? -value : value, currency, grouped, evidence);
        return true;
    }

    /// <summary>Whether a text is a number beyond all others, as programs write what they have divided by zero.</summary>
    public static bool IsInfinite(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().Trim().TrimStart("+-−") is var plain && (plain is "∞" or "1.#INF" || plain.Equals("inf", StringComparison.OrdinalIgnoreCase) || plain.Equals("infinity", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Blanks, minus signs, apostrophes, Arabic marks and digits of all scripts as their ASCII likes.</summary>
    private static int Plain(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        foreach (var symbol in text)
        {
            if (symbol is '\u200B' or '\u200E' or '\u200F' or '\uFEFF')
            {
                continue;
            }

            plain[length++] = symbol switch
            {
                < '\u0080' => symbol == '\t' ? ' ' : symbol,
                '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\uFE63' => '-',
                '\u2019' or '\u02BC' or '\u2032' or '\u00B4' => '\'',
                '\u066B' => '.',
                '\u066C' => ',',
                '\uFFE5' => '¥',
                '\uFFE1' => '£',
                >= '\uFF01' and <= '\uFF5E' => (char)(symbol - 0xFEE0),
                _ when char.IsWhiteSpace(symbol) => ' ',
                _ when CharUnicodeInfo.GetDecimalDigitValue(symbol) is var digit and >= 0 => (char)('0' + digit),
                _ => symbol,
            };
        }

        while (length > 0 && plain[length - 1] == ' ')
        {
            length--;
        }

        return length;
    }

    /// <summary>Takes sign, currency and an opening bracket away, in any order, each once.</summary>
    private static bool ReadBefore(ref ReadOnlySpan<char> rest, ref bool negative, ref bool isSigned, ref string? currency)
    {
        for (rest = rest.TrimStart(' '); !rest.IsEmpty && !IsDigit(rest[0]); rest = rest.TrimStart(' '))
        {
            if (rest[0] is '.' or ',')
            {
                return rest.Length > 1 && IsDigit(rest[1]);
            }

            if (rest[0] is '-' or '+' or '(')
            {
                var opens = rest[0] == '(';
                if (isSigned || (opens && rest[^1] != ')'))
                {
                    return false;
                }

                (isSigned, negative) = (true, rest[0] != '+');
                rest = opens ? rest[1..^1] : rest[1..];
                continue;
            }

            var length = rest.IndexOfAny(s_afterCurrency);
            if (currency is not null || length <= 0 || (currency = Units.Currency(rest[..length].ToString())) is null)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static bool ReadBehind(ReadOnlySpan<char> rest, ref bool negative, bool isSigned, ref string? unit)
    {
        if (rest is "-" && !isSigned)
        {
            negative = true;
            return true;
        }

        // Degrees of the south and the west are negative.
        if (unit is null && rest is ['°', .. var side] && side.Trim(' ') is [var letter] && letter is 'N' or 'E' or 'S' or 'W')
        {
            (unit, negative) = ("°", negative ^ letter is 'S' or 'W');
            return true;
        }

        return rest.IsEmpty || (unit is null && (unit = Units.AfterNumber(rest.ToString())) is not null);
    }

    private static int EndOfDigits(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && (IsDigit(rest[end]) || rest[end] is '.' or ',' or '\'' or ' '))
        {
            end++;
        }

        if (end < rest.Length && rest[end] is 'e' or 'E')
        {
            var digits = end + 1;
            digits += digits < rest.Length && rest[digits] is '-' or '+' ? 1 : 0;
            var last = digits;
            while (last < rest.Length && IsDigit(rest[last]))
            {
                last++;
            }

            end = last > digits ? last : end;
        }

        while (end > 0 && rest[end - 1] is ' ' or '\'')
        {
            end--;
        }

        return end;
    }

    private static bool TryParseDigits(ReadOnlySpan<char> text, char decimalMark, out double value, out bool grouped, out DecimalEvidence evidence)
    {
        (value, grouped, evidence) = (0, false, DecimalEvidence.None);
        var exponent = text.IndexOfAny('e', 'E');
        var digits = exponent < 0 ? text : text[..exponent];
        var power = exponent < 0 ? default : text[exponent..];
        if (DecimalPlace(digits, decimalMark, ref evidence) is not { } place)
        {
            return false;
        }

        var whole = place < 0 ? digits : digits[..place];
        var fraction = place < 0 ? default : digits[(place + 1)..];
        grouped = whole.IndexOfAnyExceptInRange('0', '9') >= 0;
        if ((grouped && !AreGroups(whole)) || fraction.IndexOfAnyExceptInRange('0', '9') >= 0 || (whole.IsEmpty && fraction.IsEmpty))
        {
            return false;
        }

        Span<char> joined = stackalloc char[text.Length + 2];
        var length = 0;
        foreach (var digit in whole)
        {
            if (IsDigit(digit))
            {
                joined[length++] = digit;
            }
        }

        joined[length++] = '.';
        fraction.CopyTo(joined[length..]);
        power.CopyTo(joined[(length + fraction.Length)..]);
        length += fraction.Length + power.Length;
        return double.TryParse(joined[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Where the decimal mark stands; −1 where there is none, null where the marks make no number.</summary>
    private static int? DecimalPlace(ReadOnlySpan<char> digits, char decimalMark, ref DecimalEvidence evidence)
    {
        var (point, comma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (point < 0 && comma < 0)
        {
            return -1;
        }

        if (point >= 0 && comma >= 0)
        {
            var last = Math.Max(point, comma);
            evidence = last == point ? DecimalEvidence.Point : DecimalEvidence.Comma;
            return digits.IndexOf(digits[last]) == last ? last : null;
        }

        var (place, mark) = point >= 0 ? (point, '.') : (comma, ',');
        if (digits.Count(mark) > 1)
        {
            evidence = mark == '.' ? DecimalEvidence.Comma : DecimalEvidence.Point;
            return -1;
        }

        var fitsThousands = digits.Length - place == 4 && AreGroups(digits);
        if (!fitsThousands)
        {
            evidence = mark == '.' ? DecimalEvidence.Point : DecimalEvidence.Comma;
        }

        return fitsThousands && mark != decimalMark ? -1 : place;
    }

    /// <summary>
    /// Groups of three behind one to three digits, all kept apart by the same mark; or, with commas, groups of two before the last of three, as in India. What
    /// begins with a zero is no amount of thousands.
    /// </summary>
    private static bool AreGroups(ReadOnlySpan<char> whole)
    {
        var mark = whole.IndexOfAnyExceptInRange('0', '9');
        if (mark is < 1 or > 3 || whole[0] == '0')
        {
            return false;
        }

        var (separator, inner) = (whole[mark], 0);
        var rest = whole[(mark + 1)..];
        while (rest.IndexOf(separator) is var next and >= 0)
        {
            var isOfIndia = next == 2 && separator == ',' && mark <= 2;
            if ((next != 3 && !isOfIndia) || (inner != 0 && next != inner) || rest[..next].IndexOfAnyExceptInRange('0', '9') >= 0)
            {
                return false;
            }

            inner = next;
            rest = rest[(next + 1)..];
        }

        return rest.Length == 3 && rest.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsDigit(char symbol) => char.IsAsciiDigit(symbol);

    private static readonly System.Buffers.SearchValues<char> s_afterCurrency = System.Buffers.SearchValues.Create("0123456789+-( ,");
}
