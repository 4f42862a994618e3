using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Data;

namespace Builder.Datasets.Tokenizers;

/// <summary>
/// Everything that a tokenizer learned, as data: saved with a model, it cuts new text exactly as the training text was cut.
/// </summary>
/// <param name="Kind">How text is cut.</param>
/// <param name="Lowercase">Whether capital letters are made small first.</param>
/// <param name="Vocabulary">The learned tokens, each at the place of its id; null where the kind has a published vocabulary.</param>
/// <param name="Merges">For byte pairs the learned merges in order, as "left right"; null for the other kinds.</param>
public sealed record TokenizerState(
    TokenizerKind Kind,
    bool Lowercase = false,
    IReadOnlyList<string>? Vocabulary = null,
    IReadOnlyList<string>? Merges = null)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        // Chinese stays readable in the file; the text is never put into a web page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The state as JSON: the same state always gives the same bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="DataException">The text is not a tokenizer's state.</exception>
    public static TokenizerState FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize<TokenizerState>(json, s_options) ?? throw TokenizerErrors.BrokenState("null");
        }
        catch (JsonException error)
        {
            throw TokenizerErrors.BrokenState(error.Path ?? "$", error);
        }
    }
}

/// <summary>
/// The tokens that stand for no text. In every vocabulary that is learned from the user's own text they come first, so that
/// padding is 0 and unknown is 1 whatever the text was.
/// </summary>
public static class SpecialTokens
{
    /// <summary>Fills up short texts; its id is <see cref="PaddingId"/>.</summary>
    public const string Padding = "<pad>";

    /// <summary>Stands for everything that the vocabulary lacks; its id is <see cref="UnknownId"/>.</summary>
    public const string Unknown = "<unk>";

    /// <summary>The id of padding in learned vocabularies.</summary>
    public const int PaddingId = 0;

    /// <summary>The id of an unknown token in learned vocabularies.</summary>
    public const int UnknownId = 1;

    /// <summary>How many special tokens begin a learned vocabulary.</summary>
    public const int Count = 2;
}
