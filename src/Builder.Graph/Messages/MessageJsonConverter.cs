using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Graph.Messages;

/// <summary>
/// A message as JSON: <c>{"code":"table-ragged","arguments":{"file":"a.csv","line":3}}</c>. The words that earlier versions wrote in its place,
/// <c>{"en":"…","zh":"…"}</c>, are read as <see cref="Message.Verbatim"/>.
/// </summary>
internal sealed class MessageJsonConverter : JsonConverter<Message>
{
    /// <inheritdoc/>
    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return Message(json.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) => Write(writer, value);

    private static void Write(Utf8JsonWriter writer, Message value)
    {
        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        if (value.Arguments.Count > 0)
        {
            writer.WriteStartObject("arguments");
            foreach (var (name, argument) in value.Arguments)
            {
                writer.WritePropertyName(name);
                Write(writer, argument);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, MessageArgument argument)
    {
        switch (argument.Value)
        {
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case Message message: Write(writer, message); break;
            case MessageArgument[] items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case var text: writer.WriteStringValue((string)text); break;
        }
    }

    private static Message Message(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A message is an object.");
        }

        if (Text(json, "code") is { Length: > 0 } code)
        {
            return new(code, json.TryGetProperty("arguments", out var arguments) && arguments.ValueKind == JsonValueKind.Object
                ? arguments.EnumerateObject().Select(a => KeyValuePair.Create(a.Name, Argument(a.Value))) : []);
        }

        return Text(json, "en") is { } english
            ? Messages.Message.Verbatim(new(english, Text(json, "zh") ?? english)) : throw new JsonException("The message has no code.");
    }

    private static MessageArgument Argument(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (MessageArgument)whole : json.GetDouble(),
        JsonValueKind.Object => Message(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Argument).ToArray(),
        JsonValueKind.String => json.GetString(),
        _ => throw new JsonException("An argument is a text, a number, a message or a list."),
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
