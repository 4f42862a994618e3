using System.Text;
using Builder.Graph.Data;
using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>Makes the library's WordPiece tokenizer on a learned vocabulary.</summary>
internal static class WordPieces
{
    /// <summary>Stands before a piece that does not begin a word.</summary>
    public const string ContinuingPrefix = "##";

    /// <summary>How text is cut into words: at white space, punctuation marks being words of their own.</summary>
    public static PreTokenizer PreTokenizer { get; } = PreTokenizer.CreateWordOrPunctuation();

    /// <summary>Makes the tokenizer that <see cref="WordPieceTrainer"/> described.</summary>
    /// <exception cref="DataException">The state is damaged.</exception>
    public static WordPieceTokenizer Load(TokenizerState state)
    {
        string[] vocabulary = VocabularyRules.Checked(state.Vocabulary);
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', vocabulary)));
        return WordPieceTokenizer.Create(lines, new WordPieceOptions
        {
            UnknownToken = SpecialTokens.Unknown,
            ContinuingSubwordPrefix = ContinuingPrefix,
            PreTokenizer = PreTokenizer,
            Normalizer = new BasicTextNormalizer(state.Lowercase),
        });
    }
}

/// <summary>
/// Learns a WordPiece vocabulary from text: characters, and the most frequent pieces of words that they make. A piece that does not
/// begin a word is written with "##" before it, as BERT does. Ids: padding, unknown, the characters, then the pieces as learned.
/// </summary>
public static class WordPieceTrainer
{
    /// <summary>Learns the vocabulary. Small texts may end with fewer tokens than asked for, when no pair occurs twice any more.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="vocabularySize">
    /// At most this many tokens; null for <see cref="VocabularySizes.DefaultPieces"/>. Where the text has more different characters
    /// than that, the most frequent ones stay.
    /// </param>
    /// <param name="lowercase">Whether capital letters are made small and accents dropped first.</param>
    /// <exception cref="DataException">There is no text, or the size leaves no room for a character.</exception>
    public static TokenizerState Train(IEnumerable<string> texts, int? vocabularySize = null, bool lowercase = false)
    {
        ArgumentNullException.ThrowIfNull(texts);
        int size = VocabularySizes.Checked(vocabularySize, VocabularySizes.DefaultPieces, SpecialTokens.Count + 1);
        (string[] Characters, long Count)[] words = [.. Count(texts, lowercase).MostFrequentFirst().Select(word => (Split(word.Piece), word.Count))];
        string[] alphabet = Alphabet(words, size - SpecialTokens.Count);
        if (alphabet.Length == 0)
        {
            throw TokenizerErrors.NoText();
        }

        var vocabulary = new PieceVocabulary([SpecialTokens.Padding, SpecialTokens.Unknown, .. alphabet]);
        var known = new HashSet<string>(alphabet, StringComparer.Ordinal);
        (int[], long)[] usable = [.. words.Where(word => word.Characters.All(known.Contains))
            .Select(word => (Array.ConvertAll(word.Characters, vocabulary.IdOf), word.Count))];
        vocabulary.Learn(usable, size, (left, right) => left + right[WordPieces.ContinuingPrefix.Length..]);
        return new TokenizerState(TokenizerKind.Wordpiece, lowercase, vocabulary.Pieces);
    }

    private static PieceCounts Count(IEnumerable<string> texts, bool lowercase)
    {
        var counts = new PieceCounts();
        var normalizer = new BasicTextNormalizer(lowercase);
        foreach (string text in texts)
        {
            string source = normalizer.Normalize(text);
            foreach ((int offset, int length) in WordPieces.PreTokenizer.PreTokenize(source))
            {
                counts.Add(source.AsSpan(offset, length));
            }
        }

        return counts;
    }

    private static string[] Split(string word) =>
        [.. word.EnumerateRunes().Select((rune, i) => i == 0 ? rune.ToString() : WordPieces.ContinuingPrefix + rune)];

    private static string[] Alphabet((string[] Characters, long Count)[] words, int most)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach ((string[] characters, long count) in words)
        {
            foreach (string character in characters)
            {
                counts[character] = counts.GetValueOrDefault(character) + count;
            }
        }

        return [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(most).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
    }
}
