using Builder.Datasets.Tokenizers;
using Builder.Graph.Data;

namespace Builder.Datasets.Transforms.Steps;

/// <summary>Text as a list of token numbers. A missing text is an empty one: nothing but padding.</summary>
/// <param name="State">What the tokenizer learned.</param>
/// <param name="Length">Tokens of a row: longer texts are cut, shorter ones padded. For running text the length of a window.</param>
public sealed record FittedTokenize(TokenizerState State, int Length) : FittedStep
{
    private FittedTokenizer? _tokenizer;

    /// <summary>Learns vocabulary and, where the document gives none, the length of the longest text from the training rows.</summary>
    internal static FittedTokenize Fit(Tokenize transform, ColumnValues values, int[] trainRows, ColumnContext site)
    {
        var texts = values as TextValues ?? throw TransformErrors.NeedsText(site);
        if (transform.Length is < 1)
        {
            throw TransformErrors.BadTextLength(site);
        }
        var present = trainRows.Where(row => texts.Codes[row] != TextValues.Missing).Select(row => texts.Entries[texts.Codes[row]]);
        if (!present.Any())
        {
            throw TransformErrors.AllMissing(site);
        }
        var tokenizer = TokenizerFactory.Fit(transform.Tokenizer, present, transform.VocabularySize, transform.Lowercase);
        var length = transform.Length ?? Math.Max(1, present.Max(text => tokenizer.Encode(text).Length));
        return new FittedTokenize(tokenizer.State, length) { _tokenizer = tokenizer };
    }

    /// <summary>Learns the vocabulary of a running text that is cut into windows.</summary>
    internal static FittedTokenize FitRunning(Tokenize transform, string trainText, int windowLength)
    {
        var tokenizer = TokenizerFactory.Fit(transform.Tokenizer, [trainText], transform.VocabularySize, transform.Lowercase);
        return new FittedTokenize(tokenizer.State, windowLength) { _tokenizer = tokenizer };
    }

    /// <summary>The tokenizer, made from its state when it is first asked for.</summary>
    internal FittedTokenizer Tokenizer => _tokenizer ??= TokenizerFactory.Load(State);

    internal override ColumnValues Apply(ColumnValues values, ColumnContext site)
    {
        var texts = values as TextValues ?? throw TransformErrors.NeedsText(site);
        var ids = Blocks.Allocate<long>(texts.Rows, Length, site);
        for (var row = 0; row < texts.Rows; row++)
        {
            var code = texts.Codes[row];
            var text = code == TextValues.Missing ? "" : texts.Entries[code];
            Tokenizer.Encode(text, ids.AsSpan(row * Length, Length));
        }
        return new BlockValues(ids, ElementType.Int64, [Length], texts.Rows);
    }

    /// <inheritdoc/>
    public bool Equals(FittedTokenize? other) => other is not null && Length == other.Length && State.ToJson() == other.State.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State.Kind, Length);
}
