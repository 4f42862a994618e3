using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Graph.Json;

/// <summary>
/// Edits as JSON, for the log and for the wire: {"edit":"connect","link":{"from":"a.output","to":"b.input","slot":0}}. What is read is
/// complete in form only; <see cref="DocumentEditor.Apply"/> judges the rest.
/// </summary>
public static class EditJson
{
    /// <summary>The options under which edits and the records in them are read and written.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>One edit as UTF-8 without spaces or line breaks.</summary>
    public static byte[] Write(Edit edit) => JsonSerializer.SerializeToUtf8Bytes(edit, Options);

    /// <summary>Reads one edit, as <see cref="Write"/> wrote it; its discriminator is "edit".</summary>
    /// <exception cref="JsonException">It is not an edit.</exception>
    public static Edit Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<Edit>(utf8, Options) ?? throw new JsonException("An edit must not be null.");
        }
        catch (Exception notAnEdit) when (notAnEdit is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new JsonException(notAnEdit.Message, notAnEdit);
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new ParameterValueConverter(), new PortRefConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
