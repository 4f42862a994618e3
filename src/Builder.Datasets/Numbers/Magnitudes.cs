using System.Collections.Frozen;

namespace Builder.Datasets.Numbers;

/// <summary>How certain it is that a text behind a number multiplies it.</summary>
public enum MagnitudeKind
{
    /// <summary>It is a unit as well, or the short form of something else: "K", "m", "B". What stands in the same column decides.</summary>
    Open,

    /// <summary>It means nothing else: "k", "Mio.", "bn", "万".</summary>
    Certain,
}

/// <summary>
/// Reads numbers of which a text behind them says how many thousands or millions they are: "1.2M", "850K", "3.4 bn", "2,5 Mio. €", "1.2万", "3亿元". Only where a column is known to
/// be written so: "K" is a kelvin and "m" a metre elsewhere.
/// </summary>
public static class Magnitudes
{
    private const int MostLength = 48;
    private const int LongestTail = 24;

    // What Latin letters mean whatever their case, with a point behind or without.
    private static readonly FrozenDictionary<string, double> s_words = Table(StringComparer.OrdinalIgnoreCase,
        (1e3, "thousand thousands tsd tys тыс"), (1e5, "lakh lakhs lac lacs"), (1e6, "mn mln mio mill million millions millionen млн"), (1e7, "crore crores cr"),
        (1e9, "bn bln billion billions mrd mld mia milliard milliards milliarden млрд"), (1e12, "tn trn trillion trillions трлн"));

    private static readonly FrozenDictionary<string, double> s_signs = Table(StringComparer.Ordinal,
        (1e3, "k 千 천"), (1e4, "万 萬 만"), (1e5, "十万 十萬"), (1e6, "M 百万 百萬"), (1e7, "千万 千萬"), (1e8, "亿 億 억"), (1e9, "十亿 十億"), (1e10, "百亿 百億"), (1e11, "千亿 千億"), (1e12, "万亿 萬億 조"));

    private static readonly FrozenDictionary<string, double> s_open = Table(StringComparer.Ordinal, (1e3, "K"), (1e4, "w"), (1e6, "m"), (1e9, "B b G"), (1e12, "T"));

    /// <summary>Reads a number with a magnitude behind it, and a currency before or behind.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="decimalMark">'.' or ','.</param>
    /// <param name="number">The number, multiplied; its unit is the currency.</param>
    /// <param name="magnitude">What stands behind the number, as it is written, and whether it can mean anything else.</param>
    /// <returns>False for a number without a magnitude, which <see cref="NumberText"/> reads, and for what is none.</returns>
    public static bool TryParse(string? text, char decimalMark, out WrittenNumber number, out (string Text, double Factor, MagnitudeKind Kind) magnitude)
    {
        (number, magnitude) = (default, default);
        if (text is null || text.Length is < 2 or > MostLength)
        {
            return false;
        }

        var plain = text.Trim();
        var isNegative = plain is ['(' or '（', .., ')' or '）'];
        plain = isNegative ? plain[1..^1].Trim() : plain;
        var end = plain.Length;
        while (end > 0 && !char.IsDigit(plain[end - 1]))
        {
            end--;
        }

        if (end == 0 || end == plain.Length || plain.Length - end > LongestTail || Split(plain[end..].Trim()) is not { } found
            || !NumberText.TryParse(plain.AsSpan(0, end), decimalMark, out var bare) || (bare.Unit is { } unit && (found.Currency is not null || !Units.IsCurrency(unit))))
        {
            return false;
        }

        magnitude = (found.Text, found.Factor, found.Kind);
        number = bare with { Value = Multiplied(isNegative ? -bare.Value : bare.Value, found.Factor), Unit = bare.Unit ?? found.Currency };
        return double.IsFinite(number.Value);
    }

    /// <summary>The magnitude that a unit which <see cref="NumberText"/> knows is as well: "K", "万", "亿元"; null for any other unit.</summary>
    public static (string Text, MagnitudeKind Kind)? OfUnit(string unit) => Split(unit) is { } found ? (found.Text, found.Kind) : null;

    /// <summary>
    /// Whether the numbers of a column are multiplied by what stands behind them: one of the texts means nothing else, or several stand beside each other that mean different
    /// amounts and would be different units. What may as well be sizes, months or distances is left alone.
    /// </summary>
    /// <param name="texts">The texts behind the numbers, each once.</param>
    /// <param name="hasCurrency">Whether one of them stands beside a currency.</param>
    /// <param name="hasParts">Whether a number before one of them is no small whole one: "12M" and "18M" may be months, "1.2M" is none.</param>
    public static bool AreMeant(IReadOnlyCollection<string> texts, bool hasCurrency, bool hasParts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var known = texts.Select(t => Split(t)).OfType<(string Text, string? Currency, double Factor, MagnitudeKind Kind)>().ToArray();
        if (known.Length == 0 || known.Length < texts.Count)
        {
            return false;
        }

        if (hasCurrency)
        {
            return true;
        }

        bool Has(params ReadOnlySpan<string> some)
        {
            foreach (var one in some)
            {
                if (known.Any(k => k.Text == one))
                {
                    return true;
                }
            }

            return false;
        }

        // Metres and a thousand of them, months and years of children, sizes of files in bytes.
        var factors = known.Select(k => k.Factor).Distinct().Count();
        var hasLarge = known.Any(k => k.Factor >= 1e8 && k.Text != "T");
        return !(Has("m") && !hasLarge) && !(Has("T") && !hasLarge) && !(Has("G") && Has("B", "b")) && (factors > 1 || (known.Any(k => k.Kind == MagnitudeKind.Certain) && (hasParts || !Has("M"))));
    }

    // Products such as 4.35 × 100 are not exact in binary, those of decimal digits are.
    private static double Multiplied(double value, double factor) => Math.Abs(value) < 1e15 ? (double)((decimal)value * (decimal)factor) : value * factor;

    /// <summary>What stands behind a number as a magnitude and the currency behind that.</summary>
    private static (string Text, string? Currency, double Factor, MagnitudeKind Kind)? Split(string tail)
    {
        for (var length = tail.Length; length > 0; length--)
        {
            var (sign, rest) = (tail[..length].TrimEnd(), tail[length..].Trim());
            if (rest.Length > 0 && Units.Currency(rest) is null)
            {
                continue;
            }

            if (s_signs.TryGetValue(sign, out var factor) || s_words.TryGetValue(sign.TrimEnd('.'), out factor))
            {
                return (sign, rest.Length > 0 ? rest : null, factor, MagnitudeKind.Certain);
            }

            // "T€" is a thousand of them.
            if (s_open.TryGetValue(sign, out factor) && !(sign == "T" && rest.Length > 0))
            {
                return (sign, rest.Length > 0 ? rest : null, factor, MagnitudeKind.Open);
            }
        }

        return null;
    }

    private static FrozenDictionary<string, double> Table(StringComparer comparer, params (double Factor, string Texts)[] magnitudes) =>
        magnitudes.SelectMany(m => m.Texts.Split(' ').Select(text => (Text: text, m.Factor))).ToFrozenDictionary(m => m.Text, m => m.Factor, comparer);
}
