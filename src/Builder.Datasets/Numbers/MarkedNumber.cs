using System.Text.RegularExpressions;

namespace Builder.Datasets.Numbers;

/// <summary>
/// Reads numbers that somebody has marked: as a limit ("&lt;0.5", "≥ 3"), as about right ("~12", "5 (est.)", "约 3"), or with the sign of a footnote or a flag ("12*", "7 [2]", "12.3 e",
/// as statistical offices write them). The number counts; whoever reads it tells that it was marked.
/// </summary>
public static partial class MarkedNumber
{
    private const int MostLength = 48;

    /// <summary>Reads a marked number; false for one without a mark, which <see cref="NumberText"/> reads.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="decimalMark">'.' or ','.</param>
    /// <param name="number">The number that is marked.</param>
    /// <param name="hasMagnitudes">Whether what stands behind it may multiply it, see <see cref="Magnitudes"/>.</param>
    public static bool TryParse(string? text, char decimalMark, out WrittenNumber number, bool hasMagnitudes = false)
    {
        number = default;
        if (text is null || text.Length is < 2 or > MostLength || !text.Any(char.IsDigit))
        {
            return false;
        }

        var plain = text.Trim();
        var before = Before().Match(plain);
        var rest = plain[before.Length..];
        var behind = Behind().Match(rest);
        rest = rest[..^behind.Length];
        return before.Length + behind.Length > 0 && ((hasMagnitudes && Magnitudes.TryParse(rest, decimalMark, out number, out _)) || NumberText.TryParse(rest, decimalMark, out number));
    }

    /// <summary>Reads a number, marked or not.</summary>
    public static bool TryParseAny(string? text, char decimalMark, out double value, bool hasMagnitudes = false)
    {
        var isOne = (hasMagnitudes && Magnitudes.TryParse(text, decimalMark, out var number, out _)) || NumberText.TryParse(text, decimalMark, out number) || TryParse(text, decimalMark, out number, hasMagnitudes);
        value = number.Value;
        return isOne;
    }

    [GeneratedRegex(@"^(?:[<>≤≥≦≧~≈±＜＞～∼]=?|=[<>]|(?:ca|circa|approx|about|around|etwa|ungefähr|env|environ|aprox|c)\b\.?|约|大约|约为|大于|小于|超过|不足|不到|近)[^\S\r\n]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    // Letters alone are flags of statistics: estimated, provisional, revised, break, low reliability …
    [GeneratedRegex(@"[^\S\r\n]*(?:[*†‡§¶¹²³⁰⁴-⁹ᵃ-ᶜ]+|[\(\[](?:est|estimated|estimate|approx|e|p|r|prov|provisional|prelim|preliminary|revised|ca|[a-z]|\d{1,2}|\*+|估计|估算|预计|初步)\.?[\)\]]|[^\S\r\n](?:est\.?|approx\.?|[abcefinpruz]{1,3})|左右|以上|以下)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
