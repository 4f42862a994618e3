using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Documents;

namespace Builder.Graph.Json;

/// <summary>A port as "block.port".</summary>
internal sealed class PortRefConverter : JsonConverter<PortRef>
{
    /// <inheritdoc/>
    public override PortRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString()!.Split('.') is [{ Length: > 0 } block, { Length: > 0 } port]
            ? new(block, port)
            : throw new JsonException("A port is written block.port.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PortRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
