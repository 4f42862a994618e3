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
