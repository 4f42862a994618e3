using System.Buffers;
using System.Text;

namespace Builder.Datasets.Tokenizers;

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
