using System.Text;
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
