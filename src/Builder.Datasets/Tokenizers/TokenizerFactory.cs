using Builder.Graph.Data;
using Builder.Graph.Messages;

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

/// <summary>What can go wrong with a tokenizer, in plain words.</summary>
internal static class TokenizerErrors
{
    private static readonly MessageTemplate NoTextWords = new(
        "tokenizer-no-text",
        "There is no text to learn a vocabulary from: every text of the training rows is empty. Choose a column that holds text, or add rows.",
        "没有可用来学习词表的文字：训练数据中的文本全部为空。请选择含有文字的列，或添加数据。");

    public static DataException NoText() => new(NoTextWords.With());

    private static readonly MessageTemplate VocabularyTooSmallWords = new(
        "tokenizer-vocabulary-too-small",
        "A vocabulary of {given} tokens is too small for this tokenizer. Set the vocabulary size to {least} or more.",
        "词表大小 {given} 对这种分词方式来说太小。请将词表大小设为 {least} 或更大。");

    public static DataException VocabularyTooSmall(int given, int least) =>
        new(VocabularyTooSmallWords.With(("given", given), ("least", least)));

    private static readonly MessageTemplate BrokenStateWords = new(
        "tokenizer-state-broken",
        "The saved tokenizer cannot be read: it is damaged at \"{place}\". Train the model again, or take an undamaged copy of it.",
        "无法读取保存的分词器：“{place}”处已损坏。请重新训练模型，或使用未损坏的副本。");

    public static DataException BrokenState(string place, Exception? inner = null) => new(
        BrokenStateWords.With(("place", place)),
        inner: inner);
}
