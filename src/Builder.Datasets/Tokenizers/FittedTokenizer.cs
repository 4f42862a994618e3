using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>A tokenizer that is ready for use, together with what has to be saved to make it again.</summary>
public sealed class FittedTokenizer
{
    internal FittedTokenizer(Tokenizer tokenizer, TokenizerState state, int vocabularySize, int paddingId)
    {
        Tokenizer = tokenizer;
        State = state;
        VocabularySize = vocabularySize;
        PaddingId = paddingId;
    }

    /// <summary>The tokenizer itself.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>What has to be saved; <see cref="TokenizerFactory.Load"/> makes the same tokenizer from it.</summary>
    public TokenizerState State { get; }

    /// <summary>How many different ids there are, the special ones included: the size of an embedding.</summary>
    public int VocabularySize { get; }

    /// <summary>The id that fills up short texts: 0, but for GPT-2, which has none, its end of text (50256).</summary>
    public int PaddingId { get; }

    /// <summary>The ids of a text, without marks for beginning and end.</summary>
    public int[] Encode(ReadOnlySpan<char> text) => Tokenizer switch
    {
        VocabularyTokenizer own => own.Encode(text),
        BertTokenizer bert => [.. bert.EncodeToIds(text, addSpecialTokens: false)],
        _ => [.. Tokenizer.EncodeToIds(text)],
    };

    /// <summary>The ids of a text, cut or filled up at its end with <see cref="PaddingId"/> to a length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Shape [length]; every element is written.</param>
    public void Encode(ReadOnlySpan<char> text, Span<long> destination)
    {
        int[] ids = Encode(text);
        int kept = Math.Min(ids.Length, destination.Length);
        for (int i = 0; i < kept; i++)
        {
            destination[i] = ids[i];
        }

        destination[kept..].Fill(PaddingId);
    }

    /// <summary>The text of ids; padding and ids outside the vocabulary are left out.</summary>
    public string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Tokenizer.Decode(ids.Where(id => id != PaddingId && id >= 0 && id < VocabularySize));
    }
}
