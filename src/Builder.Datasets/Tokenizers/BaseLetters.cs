using System.Globalization;
using System.Text;

namespace Builder.Datasets.Tokenizers;

/// <summary>Takes characters apart and drops their accents: é becomes e, a Hangul syllable its letters.</summary>
internal static class BaseLetters
{
    private static readonly Lazy<Dictionary<int, string>> s_parts = new(Load);

    /// <summary>Writes a character without its combining marks; a combining mark alone writes nothing.</summary>
    public static void Append(StringBuilder text, Rune rune)
    {
        if (rune.IsAscii)
        {
            text.Append((char)rune.Value);
        }
        else if (rune.Value is >= 0xAC00 and <= 0xD7A3)
        {
            AppendHangul(text, rune.Value - 0xAC00);
        }
        else if (s_parts.Value.TryGetValue(rune.Value, out string? parts))
        {
            text.Append(parts);
        }
        else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
        {
            text.Append(rune);
        }
    }

    // Syllables are numbered by rule: 21 vowels and 28 endings (none included) for each beginning. The Unicode Standard, section 3.12.
    private static void AppendHangul(StringBuilder text, int syllable)
    {
        text.Append((char)(0x1100 + (syllable / (21 * 28)))).Append((char)(0x1161 + (syllable / 28 % 21)));
        if (syllable % 28 > 0)
        {
            text.Append((char)(0x11A7 + (syllable % 28)));
        }
    }

    private static Dictionary<int, string> Load()
    {
        using var lines = new StreamReader(PublishedVocabularies.Open("unicode/base-letters.txt.gz"));
        var parts = new Dictionary<int, string>();
        while (lines.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            parts.Add(int.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), fields[1]);
        }

        return parts;
    }
}
