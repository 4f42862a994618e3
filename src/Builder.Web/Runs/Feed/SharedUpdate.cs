using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Web.Runs.Feed;

/// <summary>
/// An update on its way to viewers. Those who are equally far get the very same one, and it is written as JSON once for all of them: twenty
/// viewers hardly cost more than one.
/// </summary>
/// <param name="update">The update.</param>
[JsonConverter(typeof(Writer))]
public sealed class SharedUpdate(RunUpdate update)
{
    private byte[]? _json;

    /// <summary>The update.</summary>
    public RunUpdate Update => update;

    private byte[] Json(JsonSerializerOptions options) => _json ??= JsonSerializer.SerializeToUtf8Bytes(update, options);

    private sealed class Writer : JsonConverter<SharedUpdate>
    {
        public override SharedUpdate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<RunUpdate>(ref reader, options) ?? throw new JsonException("An update is missing."));

        public override void Write(Utf8JsonWriter writer, SharedUpdate value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json(options), skipInputValidation: true);
    }
}
