using Builder.Graph.Data;

namespace Builder.Datasets.Tokenizers;

/// <summary>Makes tokenizers: fitted on training text, or again from what was saved.</summary>
public static class TokenizerFactory
{
    /// <summary>Fits a tokenizer on texts. Kinds with a published vocabulary (GPT-2, BERT) do not look at the texts.</summary>
    /// <param name="kind">How text is cut.</param>
    /// <param name="texts">The texts of the training rows, or one running text.</param>
    /// <param name="vocabularySize">At most this many tokens, the special ones included; null for the kind's own.</param>
    /// <param name="lowercase">Whether capital letters are made small first. GPT-2's vocabulary keeps them; BERT's knows small letters only.</param>
    /// <exception cref="DataException">There is no text, or the vocabulary size is too small for the kind.</exception>
    public static FittedTokenizer Fit(TokenizerKind kind, IEnumerable<string> texts, int? vocabularySize = null, bool lowercase = false) =>
        Load(kind switch
        {
            TokenizerKind.Character => StateOf(kind, CharacterTokenizer.Fit(texts, vocabularySize, lowercase)),
            TokenizerKind.Word => StateOf(kind, WordTokenizer.Fit(texts, vocabularySize, lowercase)),
            TokenizerKind.Bpe => BytePairTrainer.Train(texts, vocabularySize, lowercase),
            TokenizerKind.Wordpiece => WordPieceTrainer.Train(texts, vocabularySize, lowercase),
            TokenizerKind.Gpt2 => new TokenizerState(kind),
            TokenizerKind.Bert => new TokenizerState(kind, Lowercase: true),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        });

    /// <summary>Makes the tokenizer that <paramref name="state"/> describes.</summary>
    /// <exception cref="DataException">The state is damaged.</exception>
    public static FittedTokenizer Load(TokenizerState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Kind switch
        {
            TokenizerKind.Character => Learned(new CharacterTokenizer(Tokens(state), state.Lowercase), state),
            TokenizerKind.Word => Learned(new WordTokenizer(Tokens(state), state.Lowercase), state),
            TokenizerKind.Bpe => Learned(BytePairs.Load(state), state),
            TokenizerKind.Wordpiece => Learned(WordPieces.Load(state), state),
            TokenizerKind.Gpt2 => new FittedTokenizer(PublishedVocabularies.Gpt2, state, PublishedVocabularies.Gpt2Size, PublishedVocabularies.Gpt2EndOfText),
            TokenizerKind.Bert => new FittedTokenizer(PublishedVocabularies.Bert, state, PublishedVocabularies.BertSize, PublishedVocabularies.Bert.PaddingTokenId),
            _ => throw TokenizerErrors.BrokenState("kind"),
        };
    }

    private static IReadOnlyList<string> Tokens(TokenizerState state) => state.Vocabulary ?? throw TokenizerErrors.BrokenState("vocabulary");

    private static FittedTokenizer Learned(Microsoft.ML.Tokenizers.Tokenizer tokenizer, TokenizerState state) =>
        new(tokenizer, state, Tokens(state).Count, SpecialTokens.PaddingId);

    private static TokenizerState StateOf(TokenizerKind kind, VocabularyTokenizer tokenizer) =>
        new(kind, tokenizer.Lowercase, [.. tokenizer.Vocabulary.OrderBy(pair => pair.Value).Select(pair => pair.Key)]);
}
