using Builder.Graph.Data;
using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Learns a byte-pair vocabulary from text. Its alphabet is the 256 bytes of UTF-8, so every text can be written in it and nothing is
/// ever unknown. Ids: padding, unknown, the bytes, then the merges in the order in which they were learned.
/// </summary>
public static class BytePairTrainer
{
    /// <summary>The smallest vocabulary: the special tokens and the bytes.</summary>
    public const int MinVocabularySize = SpecialTokens.Count + 256;

    /// <summary>Learns the vocabulary. Small texts may end with fewer tokens than asked for, when no pair occurs twice any more.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="vocabularySize">At most this many tokens; null for <see cref="VocabularySizes.DefaultPieces"/>.</param>
    /// <param name="lowercase">Whether capital letters are made small first.</param>
    /// <exception cref="DataException">There is no text, or the size is below <see cref="MinVocabularySize"/>.</exception>
    public static TokenizerState Train(IEnumerable<string> texts, int? vocabularySize = null, bool lowercase = false)
    {
        ArgumentNullException.ThrowIfNull(texts);
        int size = VocabularySizes.Checked(vocabularySize, VocabularySizes.DefaultPieces, MinVocabularySize);
        PieceCounts counts = Count(texts, lowercase);
        (int[], long)[] words = [.. counts.MostFrequentFirst().Select(word =>
            (Array.ConvertAll(ByteAlphabet.Bytes(word.Piece), value => value + SpecialTokens.Count), word.Count))];
        if (words.Length == 0)
        {
            throw TokenizerErrors.NoText();
        }

        List<string> alphabet = [SpecialTokens.Padding, SpecialTokens.Unknown];
        foreach (char character in ByteAlphabet.Characters)
        {
            alphabet.Add(character.ToString());
        }

        var vocabulary = new PieceVocabulary(alphabet);
        List<string> merges = vocabulary.Learn(words, size, (left, right) => left + right);
        return new TokenizerState(TokenizerKind.Bpe, lowercase, vocabulary.Pieces, merges);
    }

    private static PieceCounts Count(IEnumerable<string> texts, bool lowercase)
    {
        var counts = new PieceCounts();
        foreach (string text in texts)
        {
            string source = lowercase ? LowerCaseNormalizer.Instance.Normalize(text) : text;
            foreach ((int offset, int length) in BytePairs.PreTokenizer.PreTokenize(source))
            {
                counts.Add(source.AsSpan(offset, length));
            }
        }

        return counts;
    }
}
