using System.Runtime.InteropServices;
using System.Text;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Cuts text into its characters: a character is a Unicode scalar value, so that a Chinese character or an emoji outside the basic
/// plane is one token. Loses nothing that the vocabulary holds: decoding gives the text back.
/// </summary>
public sealed class CharacterTokenizer : VocabularyTokenizer
{
    private const int BeyondTable = -1;
    private readonly int[] _idOfChar = new int[char.MaxValue + 1];

    /// <summary>Makes the tokenizer.</summary>
    /// <param name="vocabulary">The characters, each at the place of its id; padding and unknown first.</param>
    /// <param name="lowercase">Whether capital letters are made small first.</param>
    /// <exception cref="DataException">The vocabulary lacks the special tokens or names a character twice.</exception>
    public CharacterTokenizer(IReadOnlyList<string> vocabulary, bool lowercase = false)
        : base(vocabulary, lowercase)
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            var character = (char)c;
            char looked = lowercase ? char.ToLowerInvariant(character) : character;
            _idOfChar[c] = char.IsSurrogate(character) ? BeyondTable : IdOf(new ReadOnlySpan<char>(in looked));
        }
    }

    /// <summary>Learns the characters of texts. Ids follow the code points, so that they do not depend on the order of the texts.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="vocabularySize">At most this many tokens, the special ones included; the most frequent characters stay; null for all.</param>
    /// <param name="lowercase">Whether capital letters are made small first.</param>
    /// <exception cref="DataException">There is no text, or the size leaves no room for a character.</exception>
    public static CharacterTokenizer Fit(IEnumerable<string> texts, int? vocabularySize = null, bool lowercase = false)
    {
        ArgumentNullException.ThrowIfNull(texts);
        int size = VocabularySizes.Checked(vocabularySize, int.MaxValue, SpecialTokens.Count + 1);
        IEnumerable<string> characters = Count(texts, lowercase)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Take(size - SpecialTokens.Count)
            .Select(pair => pair.Key)
            .Order()
            .Select(rune => rune.ToString());
        string[] vocabulary = [SpecialTokens.Padding, SpecialTokens.Unknown, .. characters];
        return vocabulary.Length > SpecialTokens.Count ? new CharacterTokenizer(vocabulary, lowercase) : throw TokenizerErrors.NoText();
    }

    /// <summary>The ids of a text: one table look-up a character, about a millisecond for a novel.</summary>
    /// <inheritdoc/>
    public override int[] Encode(ReadOnlySpan<char> text)
    {
        var ids = new int[text.Length];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int id = _idOfChar[text[i]];
            if (id == BeyondTable)
            {
                id = IdOfSurrogate(text[i..], out int length);
                i += length - 1;
            }

            ids[count++] = id;
        }

        return count == ids.Length ? ids : ids[..count];
    }

    /// <inheritdoc/>
    protected override bool TryNext(ReadOnlySpan<char> text, ref int position, out int start)
    {
        start = position;
        if (position >= text.Length)
        {
            return false;
        }

        Rune.DecodeFromUtf16(text[position..], out _, out int length);
        position += length;
        return true;
    }

    /// <inheritdoc/>
    protected override void Append(StringBuilder text, string token)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Append(token == SpecialTokens.Unknown ? Rune.ReplacementChar.ToString() : token);
    }

    private int IdOfSurrogate(ReadOnlySpan<char> text, out int length)
    {
        Rune.DecodeFromUtf16(text, out Rune rune, out length);
        Span<char> utf16 = stackalloc char[2];
        int written = (Lowercase ? Rune.ToLowerInvariant(rune) : rune).EncodeToUtf16(utf16);
        return IdOf(utf16[..written]);
    }

    private static Dictionary<Rune, long> Count(IEnumerable<string> texts, bool lowercase)
    {
        var counts = new Dictionary<Rune, long>();
        foreach (string text in texts)
        {
            foreach (Rune rune in text.EnumerateRunes())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, lowercase ? Rune.ToLowerInvariant(rune) : rune, out _)++;
            }
        }

        return counts;
    }
}
