using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>
/// The lines at the beginning of a table that are no rows: those that hold the columns' names, and below them those that say more about the columns, such as their units.
/// Written as <c>true</c> (one line of names) or <c>false</c> (none), else as <c>{ "names": 2, "notes": 1 }</c>.
/// </summary>
/// <param name="Names">Lines that hold the names, from 0 to <see cref="MostLines"/>: of several, the upper ones name groups of columns, and all that stands above each other is one name.</param>
/// <param name="Notes">Lines below the names that are no rows, from 0 to <see cref="MostLines"/>.</param>
[JsonConverter(typeof(TableHeaderConverter))]
public readonly record struct TableHeader(int Names, int Notes = 0)
{
    /// <summary>More lines of one kind are none of a table.</summary>
    public const int MostLines = 5;

    /// <summary>All lines.</summary>
    public int Lines => Names + Notes;

    /// <summary>The first line as names, or no line at all.</summary>
    public static implicit operator TableHeader(bool hasNames) => FromBoolean(hasNames);

    /// <summary>The first line as names, or no line at all.</summary>
    public static TableHeader FromBoolean(bool hasNames) => new(hasNames ? 1 : 0);
}

/// <summary>Reads and writes a <see cref="TableHeader"/>.</summary>
internal sealed class TableHeaderConverter : JsonConverter<TableHeader>
{
    public override TableHeader Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.GetBoolean();
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected true, false, or an object of lines.");
        }

        var (names, notes) = (1, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var lines) || lines is < 0 or > TableHeader.MostLines)
            {
                throw new JsonException($"\"{name}\" is no number of lines from 0 to {TableHeader.MostLines}.");
            }

            (names, notes) = name switch
            {
                "names" => (lines, notes),
                "notes" => (names, lines),
                _ => throw new JsonException($"A header has no \"{name}\"."),
            };
        }

        return new(names, notes);
    }

    public override void Write(Utf8JsonWriter writer, TableHeader value, JsonSerializerOptions options)
    {
        if (value is { Notes: 0, Names: 0 or 1 })
        {
            writer.WriteBooleanValue(value.Names == 1);
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("names", value.Names);
        writer.WriteNumber("notes", value.Notes);
        writer.WriteEndObject();
    }
}
