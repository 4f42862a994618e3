using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph.Documents;

namespace Builder.Graph.Json;

/// <summary>Parameter values as in project files: 64 is a whole number, 64.0 a real one.</summary>
internal sealed class ParameterValueConverter : JsonConverter<ParameterValue>
{
    /// <inheritdoc/>
    public override ParameterValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Single(ref reader);
        }

        var items = ImmutableArray.CreateBuilder<ParameterValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Single(ref reader));
        }

        return new ParameterValue.List(items.ToImmutable());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ParameterValue value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ParameterValue.Integer whole:
                writer.WriteNumberValue(whole.Value);
                break;
            case ParameterValue.Number real:
                writer.WriteRawValue(new StringBuilder().AppendReal(real.Value).ToString());
                break;
            case ParameterValue.Flag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case ParameterValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case ParameterValue.List list:
                WriteList(writer, list, options);
                break;
        }
    }

    private void WriteList(Utf8JsonWriter writer, ParameterValue.List list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items)
        {
            Write(writer, item, options);
        }

        writer.WriteEndArray();
    }

    private static ParameterValue Single(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number when reader.ValueSpan.IndexOfAny(".eE"u8) < 0 => reader.TryGetInt64(out var whole) ? whole : throw TooLarge(),
        JsonTokenType.Number => reader.GetDouble() is var real && double.IsFinite(real) ? real : throw TooLarge(),
        _ => throw new JsonException("A parameter is a number, a text, true or false, or a plain list of these."),
    };

    private static JsonException TooLarge() => new("The number is larger than any that can be used.");
}

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
