using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Prepares text for word pieces as BERT does: control characters go, white space becomes a plain space, Chinese characters stand
/// alone; with small letters, accents go too. The library's own normalizer needs the operating system's Unicode tables to take
/// accents off; this one brings its own (<see cref="BaseLetters"/>), so that a model cuts text alike on every machine.
/// Source: Devlin et al., "BERT", 2019, and the tokenization published with it.
/// </summary>
internal sealed class BasicTextNormalizer(bool lowercase) : Normalizer
{
    /// <inheritdoc/>
    public override string Normalize(string original) => Normalize(original.AsSpan());

    /// <inheritdoc/>
    public override string Normalize(ReadOnlySpan<char> original)
    {
        var text = new StringBuilder(original.Length + 16);
        foreach (Rune rune in original.EnumerateRunes())
        {
            if (IsWhiteSpace(rune))
            {
                text.Append(' ');
            }
            else if (IsChinese(rune))
            {
                text.Append(' ').Append(rune).Append(' ');
            }
            else if (!IsRemoved(rune))
            {
                Append(text, rune);
            }
        }

        return text.ToString();
    }

    private static bool IsWhiteSpace(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' or ' ' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    private static bool IsRemoved(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format;

    // The ranges that the published tokenization names; kana and Hangul are written in words there.
    private static bool IsChinese(Rune rune) => rune.Value
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
        or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    private void Append(StringBuilder text, Rune rune)
    {
        if (lowercase)
        {
            BaseLetters.Append(text, Rune.ToLowerInvariant(rune));
        }
        else
        {
            text.Append(rune);
        }
    }
}
