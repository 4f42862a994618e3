using System.Text;
using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Cuts text into words; see <see cref="WordSplitter"/> for what a word is. White space is not kept: decoding puts one space between
/// words, none between Chinese characters and none before punctuation marks.
/// </summary>
public sealed class WordTokenizer : VocabularyTokenizer
{
    /// <summary>Makes the tokenizer.</summary>
    /// <param name="vocabulary">The words, each at the place of its id; padding and unknown first.</param>
    /// <param name="lowercase">Whether capital letters are made small first.</param>
    /// <exception cref="DataException">The vocabulary lacks the special tokens or names a word twice.</exception>
    public WordTokenizer(IReadOnlyList<string> vocabulary, bool lowercase = false)
        : base(vocabulary, lowercase)
    {
    }

    /// <summary>Learns the words of texts. The more frequent a word, the lower its id; ties go by code points.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="vocabularySize">At most this many tokens, the special ones included; null for <see cref="VocabularySizes.DefaultWords"/>.</param>
    /// <param name="lowercase">Whether capital letters are made small first.</param>
    /// <exception cref="DataException">There is no text, or the size leaves no room for a word.</exception>
    public static WordTokenizer Fit(IEnumerable<string> texts, int? vocabularySize = null, bool lowercase = false)
    {
        ArgumentNullException.ThrowIfNull(texts);
        int size = VocabularySizes.Checked(vocabularySize, VocabularySizes.DefaultWords, SpecialTokens.Count + 1);
        var counts = new PieceCounts();
        foreach (string text in texts)
        {
            string source = lowercase ? LowerCaseNormalizer.Instance.Normalize(text) : text;
            int position = 0;
            while (WordSplitter.TryNext(source, ref position, out int start))
            {
                counts.Add(source.AsSpan(start, position - start));
            }
        }

        IEnumerable<string> words = counts.MostFrequentFirst().Take(size - SpecialTokens.Count).Select(word => word.Piece);
        string[] vocabulary = [SpecialTokens.Padding, SpecialTokens.Unknown, .. words];
        return vocabulary.Length > SpecialTokens.Count ? new WordTokenizer(vocabulary, lowercase) : throw TokenizerErrors.NoText();
    }

    /// <inheritdoc/>
    protected override bool TryNext(ReadOnlySpan<char> text, ref int position, out int start) =>
        WordSplitter.TryNext(text, ref position, out start);

    /// <inheritdoc/>
    protected override void Append(StringBuilder text, string token)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(token);
        if (text.Length > 0 && WordSpacing.IsSpaced(text[^1], token[0]))
        {
            text.Append(' ');
        }

        text.Append(token);
    }
}
