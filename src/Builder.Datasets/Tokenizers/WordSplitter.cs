using System.Buffers;
using System.Globalization;
using System.Text;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Finds the words of a text. A word is a run of letters, marks, digits and underscores, also with an apostrophe between letters
/// ("don't") or a point or comma between digits ("3.14"). Each Chinese character or kana is a word of its own, because those scripts
/// put no space between words; so is every other visible sign, an emoji with all its parts being one sign. White space and control
/// characters are no words.
/// </summary>
public static class WordSplitter
{
    /// <summary>Finds the next word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to look from; afterwards the end of the word.</param>
    /// <param name="start">Where the word begins.</param>
    /// <returns>False at the end of the text.</returns>
    public static bool TryNext(ReadOnlySpan<char> text, ref int position, out int start)
    {
        while (position < text.Length)
        {
            start = position;
            Rune.DecodeFromUtf16(text[position..], out Rune rune, out int length);
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                position += length;
                continue;
            }

            position += IsUnspacedScript(rune) ? length
                : IsWordPart(rune) ? WordLength(text[position..])
                : StringInfo.GetNextTextElementLength(text[position..]);
            return true;
        }

        start = position;
        return false;
    }

    /// <summary>Whether the script of a character puts no space between words: Chinese characters and kana.</summary>
    public static bool IsUnspacedScript(Rune rune) => rune.Value
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x20000 and <= 0x323AF);

    private static int WordLength(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length)
        {
            Rune.DecodeFromUtf16(text[end..], out Rune rune, out int length);
            if (IsWordPart(rune) && !IsUnspacedScript(rune))
            {
                end += length;
            }
            else if (end > 0 && JoinsNeighbours(text, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool JoinsNeighbours(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return false;
        }

        char before = text[at - 1];
        char after = text[at + 1];
        return text[at] switch
        {
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '.' or ',' => char.IsDigit(before) && char.IsDigit(after),
            _ => false,
        };
    }

    private static bool IsWordPart(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_'
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}

/// <summary>Where a space stands when words are put together to text again.</summary>
internal static class WordSpacing
{
    private static readonly SearchValues<char> s_closing = SearchValues.Create(".,;:!?)]}%…，。；：！？、）》】」』”’");
    private static readonly SearchValues<char> s_opening = SearchValues.Create("([{（《【「『“‘");

    /// <summary>Whether a space belongs between a word that ends in <paramref name="before"/> and one that begins with <paramref name="after"/>.</summary>
    public static bool IsSpaced(char before, char after) =>
        !s_closing.Contains(after) && !s_opening.Contains(before) && !(IsUnspaced(before) && IsUnspaced(after));

    // Chinese punctuation marks belong to the unspaced script though they are no characters of it.
    private static bool IsUnspaced(char c) =>
        char.IsSurrogate(c) || c is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') || WordSplitter.IsUnspacedScript(new Rune(c));
}
