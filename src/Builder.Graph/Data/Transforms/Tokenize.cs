using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>Text as a list of token numbers (int64).</summary>
public sealed record Tokenize : Transform
{
    /// <summary>How text is cut.</summary>
    public TokenizerKind Tokenizer { get; init; } = TokenizerKind.Word;

    /// <summary>Tokens of a row: longer texts are cut, shorter ones padded; null to take the training rows' longest. Not used for running text.</summary>
    public int? Length { get; init; }

    /// <summary>At most this many different tokens, the most frequent of the training rows; null for the tokenizer's own.</summary>
    public int? VocabularySize { get; init; }

    /// <summary>Whether capital letters are made small first.</summary>
    public bool Lowercase { get; init; }
}

/// <summary>How text is cut into tokens.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TokenizerKind>))]
public enum TokenizerKind
{
    /// <summary>Character by character.</summary>
    Character,

    /// <summary>Word by word; punctuation marks are words of their own.</summary>
    Word,

    /// <summary>Byte pairs, learned from the training rows.</summary>
    Bpe,

    /// <summary>Byte pairs with the vocabulary of GPT-2.</summary>
    Gpt2,

    /// <summary>Word pieces, learned from the training rows.</summary>
    Wordpiece,

    /// <summary>Word pieces with the vocabulary of BERT.</summary>
    Bert,
}
