using System.Buffers;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// A tokenizer that looks each piece of the text up in a list. It derives from the library's <see cref="Tokenizer"/>, so that it can
/// stand wherever a byte-pair or WordPiece tokenizer stands. Ids 0 and 1 are padding and unknown (<see cref="SpecialTokens"/>).
/// </summary>
public abstract class VocabularyTokenizer : Tokenizer
{
    private readonly string[] _tokens;
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Makes the tokenizer.</summary>
    /// <param name="vocabulary">The tokens, each at the place of its id; padding and unknown first.</param>
    /// <param name="lowercase">Whether capital letters are made small first.</param>
    /// <exception cref="DataException">The vocabulary lacks the special tokens or names a token twice.</exception>
    protected VocabularyTokenizer(IReadOnlyList<string> vocabulary, bool lowercase)
    {
        _tokens = VocabularyRules.Checked(vocabulary);
        _ids = new Dictionary<string, int>(_tokens.Length, StringComparer.Ordinal);
        for (int id = 0; id < _tokens.Length; id++)
        {
            _ids.Add(_tokens[id], id);
        }

        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        Lowercase = lowercase;
    }

    /// <summary>Whether capital letters are made small first.</summary>
    public bool Lowercase { get; }

    /// <summary>Every token and its id.</summary>
    public IReadOnlyDictionary<string, int> Vocabulary => _ids;

    /// <inheritdoc/>
    public override Normalizer? Normalizer => Lowercase ? LowerCaseNormalizer.Instance : null;

    /// <summary>The ids of a text.</summary>
    /// <param name="text">Any text; ill-formed surrogates count as U+FFFD.</param>
    /// <returns>One id a token, <see cref="SpecialTokens.UnknownId"/> for what the vocabulary lacks.</returns>
    public virtual int[] Encode(ReadOnlySpan<char> text)
    {
        if (Lowercase)
        {
            text = LowerCaseNormalizer.Instance.Normalize(text);
        }

        var ids = new List<int>(text.Length / 4);
        int position = 0;
        while (TryNext(text, ref position, out int start))
        {
            ids.Add(IdOf(text[start..position]));
        }

        return [.. ids];
    }

    /// <inheritdoc/>
    public override string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var text = new StringBuilder();
        foreach (int id in ids)
        {
            if (id != SpecialTokens.PaddingId && id >= 0 && id < _tokens.Length)
            {
                Append(text, _tokens[id]);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public override OperationStatus Decode(IEnumerable<int> ids, Span<char> destination, out int idsConsumed, out int charsWritten)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var text = new StringBuilder();
        idsConsumed = 0;
        charsWritten = 0;
        foreach (int id in ids)
        {
            if (id != SpecialTokens.PaddingId && id >= 0 && id < _tokens.Length)
            {
                Append(text, _tokens[id]);
            }

            if (text.Length > destination.Length)
            {
                return OperationStatus.DestinationTooSmall;
            }

            text.CopyTo(charsWritten, destination[charsWritten..], text.Length - charsWritten);
            charsWritten = text.Length;
            idsConsumed++;
        }

        return OperationStatus.Done;
    }

    /// <summary>Finds the next token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to look from; afterwards the end of the token.</param>
    /// <param name="start">Where the token begins.</param>
    /// <returns>False at the end of the text.</returns>
    protected abstract bool TryNext(ReadOnlySpan<char> text, ref int position, out int start);

    /// <summary>Writes a token after those already written.</summary>
    protected abstract void Append(StringBuilder text, string token);

    /// <summary>The id of a token, or that of unknown.</summary>
    protected int IdOf(ReadOnlySpan<char> token) => _lookup.TryGetValue(token, out int id) ? id : SpecialTokens.UnknownId;

    /// <inheritdoc/>
    protected override EncodeResults<int> EncodeToIds(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        string? normalized = Normalize(text, textSpan, settings);
        ReadOnlySpan<char> source = normalized ?? (text is null ? textSpan : text);
        var ids = new List<int>();
        int consumed = 0;
        while (ids.Count < settings.MaxTokenCount && Advance(source, ref consumed, out int start, out int end))
        {
            ids.Add(IdOf(source[start..end]));
        }

        return new EncodeResults<int> { Tokens = ids, NormalizedText = normalized, CharsConsumed = consumed };
    }

    /// <inheritdoc/>
    protected override EncodeResults<EncodedToken> EncodeToTokens(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings)
    {
        string? normalized = Normalize(text, textSpan, settings);
        ReadOnlySpan<char> source = normalized ?? (text is null ? textSpan : text);
        var tokens = new List<EncodedToken>();
        int consumed = 0;
        while (tokens.Count < settings.MaxTokenCount && Advance(source, ref consumed, out int start, out int end))
        {
            ReadOnlySpan<char> token = source[start..end];
            tokens.Add(new EncodedToken(IdOf(token), token.ToString(), start..end));
        }

        return new EncodeResults<EncodedToken> { Tokens = tokens, NormalizedText = normalized, CharsConsumed = consumed };
    }

    private bool Advance(ReadOnlySpan<char> source, ref int consumed, out int start, out int end)
    {
        end = consumed;
        bool found = TryNext(source, ref end, out start);
        consumed = found ? end : source.Length;
        return found;
    }

    private string? Normalize(string? text, ReadOnlySpan<char> textSpan, EncodeSettings settings) =>
        settings.ConsiderNormalization && Normalizer is { } normalizer
            ? text is null ? normalizer.Normalize(textSpan) : normalizer.Normalize(text)
            : null;
}
