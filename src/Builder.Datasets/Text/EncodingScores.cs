using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using UtfUnknown;

namespace Builder.Datasets.Text;

/// <summary>
/// Weighs the encodings of before Unicode by what a text's bytes would say in each: letters of one language in words, frequent characters, and no signs or capital
/// letters inside words. Byte statistics of the package UTF.Unknown count as well; alone they are unsure where there are a few accents only.
/// </summary>
internal static class EncodingScores
{
    private const int MostCharacters = 20_000;

    /// <summary>What the sureness of the byte statistics, up to 1, counts beside a mean of up to 1 for each character.</summary>
    private const double StatisticsWeight = 0.35;

    /// <summary>An alphabet with so many letters is all of a language's, which are not alike in frequency.</summary>
    private const int WholeAlphabet = 20;

    private static readonly FrozenSet<char> s_hanzi = Alphabets.Hanzi.ToFrozenSet();
    private static readonly FrozenSet<char> s_hangul = Alphabets.Hangul.ToFrozenSet();
    private static readonly Encoding s_big5 = CodePage(950);
    private static readonly Encoding s_gb2312 = CodePage(936);

    /// <summary>The name of the likeliest.</summary>
    /// <param name="sample">Lines of a text that is neither UTF-8 nor UTF-16.</param>
    public static string Best(byte[] sample)
    {
        var said = CharsetDetector.DetectFromBytes(sample).Details ?? [];
        var candidates = TextEncoding.All.Where(e => e.CodePage != 0 && e.Name != TextEncoding.Latin1)
            .Select(e => (Encoding: e, Text: TextEncoding.Find(e.Name + TextEncoding.DamagedSuffix)!.GetString(sample))).ToArray();
        var best = candidates.MaxBy(c => Score(c.Text, c.Encoding) + (StatisticsWeight * Said(said, c.Encoding.Name)));

        // Where several make the same words, it is the most usual one.
        return candidates.First(c => c.Text == best.Text).Encoding.Name;
    }

    /// <summary>Whether a character is among the frequent ones of Chinese.</summary>
    public static bool IsUsualHanzi(char c) => s_hanzi.Contains(c);

    /// <summary>Whether a character is among the frequent syllables of Korean.</summary>
    public static bool IsUsualHangul(char c) => s_hangul.Contains(c);

    /// <summary>Whether the letter beside one is of another script, as no word mixes them.</summary>
    public static bool IsOfOtherScript(char c, char other) => char.IsLetter(other) && Script(other) != Script(c);

    /// <summary>Whether no text has the character.</summary>
    public static bool IsBroken(char c) => c == '\uFFFD' || char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static double Said(IList<DetectionDetail> said, string name) =>
        said.Where(d => NameOf(d.EncodingName) == name).Select(d => (double)d.Confidence).DefaultIfEmpty().Max();

    // What is a part of a Windows code page is read with that.
    private static string NameOf(string? charset) => charset switch
    {
        "iso-8859-1" => TextEncoding.Windows1252,
        "iso-8859-9" => "windows-1254",
        "iso-8859-13" => "windows-1257",
        "iso-8859-8" => "windows-1255",
        "iso-8859-6" => "windows-1256",
        "tis-620" or "iso-8859-11" => "windows-874",
        "uhc" or "cp949" => "euc-kr",
        _ => charset ?? "",
    };

    private static double Score(string text, KnownEncoding encoding) => encoding.IsMultiByte
        ? Mean(text, (c, before, after) => EastAsian(encoding.Name, c, before, after))
        : Alphabets.Of(encoding.Name).Max(alphabet => Mean(text, (c, before, after) => Letter(alphabet, c, before, after)));

    private static double Mean(string text, Func<char, char, char, double> weight)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < text.Length && count < MostCharacters; i++)
        {
            if (text[i] >= '\u0080')
            {
                sum += weight(text[i], i > 0 ? text[i - 1] : '\n', i + 1 < text.Length ? text[i + 1] : '\n');
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double Letter(string alphabet, char c, char before, char after)
    {
        if (IsBroken(c))
        {
            return -4;
        }

        // Between digits stands a mark of thousands and never a letter: "1 234", "1’234".
        if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
        {
            return c is '\u00A0' or '’' ? 1 : -1;
        }

        if (!char.IsLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        {
            return Sign(c, before, after);
        }

        var isMixed = IsOfOtherScript(c, before) || IsOfOtherScript(c, after);
        if (isMixed || (char.IsUpper(c) && (char.IsLower(before) || (char.IsLower(after) && char.IsUpper(before)))))
        {
            return -1;
        }

        var place = alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        var isCapital = char.IsUpper(c) && char.IsUpper(after) ? 0.1 : 0;
        return (place < 0 ? -0.3 : alphabet.Length < WholeAlphabet ? 1 : 1 - (0.4 * place / alphabet.Length)) - isCapital;
    }

    private static double Sign(char c, char before, char after) =>
        !Alphabets.Signs.Contains(c, StringComparison.Ordinal) ? -0.7
        : c != '’' && char.IsLetter(before) && char.IsLetter(after) ? -1
        : 0.6;

    private static int Script(char c) => c switch
    {
        < '\u0300' or (>= '\u1E00' and < '\u1F00') => 0,
        < '\u0370' => 0,
        < '\u0400' => 1,
        < '\u0530' => 2,
        _ => 3 + (c >> 8),
    };

    private static double EastAsian(string name, char c, char before, char after)
    {
        if (IsBroken(c))
        {
            return -4;
        }

        var amongLatin = char.IsAsciiLetterLower(before) || char.IsAsciiLetterLower(after) ? 0.7 : 0;
        return Character(name, c) - amongLatin;
    }

    private static double Character(string name, char c) => c switch
    {
        >= '\u3000' and < '\u3040' or (>= '\uFF01' and < '\uFF61') or '“' or '”' or '…' or '—' or '·' => 0.6,
        >= '\u3040' and < '\u3100' => name is "shift-jis" or "euc-jp" ? 1 : -0.2,
        >= '\uAC00' and < '\uD7B0' => s_hangul.Contains(c) ? 1 : 0.55,
        >= '\u4E00' and < '\uA000' => s_hanzi.Contains(c) ? 1 : Usual(name, c) is { } usual ? usual : name == "euc-kr" ? -0.3 : 0.1,
        _ => -0.4,
    };

    // The first half of both standards holds the frequent characters. A second byte that is a plain letter may be just that, as in "20 °C".
    private static double? Usual(string name, char c)
    {
        Span<byte> bytes = stackalloc byte[4];
        ReadOnlySpan<char> one = [c];
        var isUsual = name == "big5"
            ? s_big5.GetBytes(one, bytes) == 2 && bytes[0] is >= 0xA4 and < 0xC7
            : name != "euc-kr" && s_gb2312.GetBytes(one, bytes) == 2 && bytes[0] is >= 0xB0 and < 0xD8 && bytes[1] >= 0xA1;
        return !isUsual ? null : bytes[1] < 0x80 ? 0.45 : 0.8;
    }

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
