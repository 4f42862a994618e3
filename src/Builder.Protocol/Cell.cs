using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Protocol;

/// <summary>A value of a row as a person types it. In JSON a text, a number, true or false, or null for a missing value.</summary>
/// <param name="Text">The text; null where the value is missing.</param>
[JsonConverter(typeof(CellConverter))]
public readonly record struct Cell(string? Text)
{
    /// <summary>True for a number, whose text has a decimal point; false for a text, which may be a number as people write it.</summary>
    public bool IsNumber { get; init; }

    /// <summary>A cell with a text.</summary>
    public static implicit operator Cell(string? text) => new(text);

    /// <summary>A cell with a number.</summary>
    public static implicit operator Cell(double number) => new(number.ToString("R", CultureInfo.InvariantCulture)) { IsNumber = double.IsFinite(number) };

    /// <summary>A cell with a text.</summary>
    public static Cell ToCell(string? text) => text;

    /// <summary>A cell with a number.</summary>
    public static Cell ToCell(double number) => number;
}

internal sealed class CellConverter : JsonConverter<Cell>
{
    public override bool HandleNull => true;

    public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => new Cell(null),
        JsonTokenType.String => new Cell(reader.GetString()),
        JsonTokenType.Number => new Cell(JsonElement.ParseValue(ref reader).GetRawText()) { IsNumber = true },
        JsonTokenType.True => new Cell("true"),
        JsonTokenType.False => new Cell("false"),
        _ => throw new JsonException("A value is a text, a number, true, false or null."),
    };

    public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options)
    {
        if (value.Text is null)
        {
            writer.WriteNullValue();
            return;
        }

        if (value.IsNumber)
        {
            writer.WriteRawValue(value.Text);
            return;
        }

        writer.WriteStringValue(value.Text);
    }
}
