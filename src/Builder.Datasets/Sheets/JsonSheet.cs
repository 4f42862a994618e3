using System.Text;
using System.Text.Json;
using Builder.Datasets.Text;

namespace Builder.Datasets.Sheets;

/// <summary>
/// The table of JSON: records in a list or one a line, lists of lists with names in the first, an object of columns, or one that holds such a list. Fields of
/// objects inside are columns of their own ("address.city"), lists of values texts with semicolons.
/// </summary>
internal static class JsonSheet
{
    private const int Deepest = 64;
    private const long LongestDocument = 512 << 20;

    private static readonly JsonDocumentOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    /// <summary>Whether a text begins as JSON that can hold a table.</summary>
    public static bool Looks(string start)
    {
        var text = start.AsSpan().TrimStart();
        if (text.IsEmpty || text[0] is not ('{' or '['))
        {
            return false;
        }

        var line = text.IndexOf('\n') is var end and >= 0 ? text[..end] : text;
        var inner = text[1..].TrimStart();
        return IsWhole(line.Trim()) || (inner.Length > 0 && (inner[0] is '{' or '[' || (text[0] == '{' && inner[0] == '"' && inner[1..].IndexOf('"') is var quote and >= 0
            && inner[(quote + 2)..].TrimStart() is [':', ..])));
    }

    /// <summary>The sheet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="encoding">Its encoding.</param>
    public static Sheet Of(SourceBytes file, Encoding encoding)
    {
        // A document is taken apart once, lines are twice: all of them at once would be too much.
        var root = IsLines(file, encoding) ? (JsonElement?)null : Document(file, encoding);
        IEnumerable<JsonElement> All() => root is { } whole ? RecordsOf(whole) ?? throw SheetProblems.NoTable(file.Name) : Lines(file, encoding);
        var names = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in All())
        {
            Each(record, "", (name, value) =>
            {
                if (places.TryAdd(name, places.Count))
                {
                    names.Add(name);
                }
            });
            if (names.Count > Csv.CsvTable.MostColumns)
            {
                throw Csv.TableProblems.TooManyColumns(file.Name, names.Count, Csv.CsvTable.MostColumns);
            }
        }

        return new(null, () => All().Select(record => Row(record, places)).Prepend([.. names])) { HasHeader = true, KeepsEmptyRows = true, Known = new(0, names.Count, names.Count, 0) };
    }

    private static bool IsWhole(ReadOnlySpan<char> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.TrimEnd(',').ToString(), s_options);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string?[] Row(JsonElement record, Dictionary<string, int> places)
    {
        var cells = new string?[places.Count];
        Each(record, "", (name, value) => cells[places[name]] = Text(value));
        return cells;
    }

    private static void Each(JsonElement record, string prefix, Action<string, JsonElement> take)
    {
        switch (record.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in record.EnumerateObject())
                {
                    if (field.Value.ValueKind == JsonValueKind.Object)
                    {
                        Each(field.Value, $"{prefix}{field.Name}.", take);
                    }
                    else
                    {
                        take(prefix + field.Name, field.Value);
                    }
                }

                break;
            default:
                take(prefix.Length == 0 ? "value" : prefix, record);
                break;
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText() is var digits && digits.Length > 17 && !digits.AsSpan().ContainsAny(".eE") ? digits : CellText.Of(value.GetDouble()),
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) =>
            string.Join("; ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    // One record a line: the second line begins one as well.
    private static bool IsLines(SourceBytes file, Encoding encoding)
    {
        using var reader = Reader(file, encoding);
        var lines = 0;
        while (lines < 2 && reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !string.IsNullOrWhiteSpace(line))
            {
                if (!line.AsSpan().TrimStart().StartsWith("{") || !IsWhole(line.AsSpan().Trim()))
                {
                    return false;
                }

                lines++;
            }
        }

        return lines > 1;
    }

    private static IEnumerable<JsonElement> Lines(SourceBytes file, Encoding encoding)
    {
        using var reader = Reader(file, encoding);
        for (var number = 1L; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                using var record = Parse(file.Name, Encoding.UTF8.GetBytes(line), number);
                yield return record.RootElement;
            }
        }
    }

    private static JsonElement Document(SourceBytes file, Encoding encoding)
    {
        using var text = new MemoryStream();
        using (var stream = Utf8Source.Open(file.Open, encoding))
        {
            var piece = new byte[1 << 17];
            while (stream.Read(piece) is var read and > 0)
            {
                if (text.Length + read > LongestDocument)
                {
                    throw DataProblems.TooLargeForMemory(file.Name, isTable: true);
                }

                text.Write(piece, 0, read);
            }
        }

        try
        {
            JsonEscapes.MendHalves(text.GetBuffer().AsSpan(0, (int)text.Length));

            // It goes with its elements.
            return JsonDocument.Parse(text.GetBuffer().AsMemory(0, (int)text.Length), s_options).RootElement;
        }
        catch (JsonException cause)
        {
            throw SheetProblems.BadJson(file.Name, 1 + (cause.LineNumber ?? 0), cause);
        }
    }

    private static IEnumerable<JsonElement>? RecordsOf(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            var items = root.EnumerateArray().ToArray();
            return items.Length > 1 && Array.TrueForAll(items, i => i.ValueKind == JsonValueKind.Array) ? Named(items[0], items[1..]) : items;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = root.EnumerateObject().ToArray();
        if (fields.FirstOrDefault(f => f.NameEquals("columns")) is { Value.ValueKind: JsonValueKind.Array } columns
            && fields.FirstOrDefault(f => f.NameEquals("data")) is { Value.ValueKind: JsonValueKind.Array } data)
        {
            return Named(columns.Value, [.. data.Value.EnumerateArray()]);
        }

        if (fields.Length > 0 && Array.TrueForAll(fields, f => f.Value.ValueKind == JsonValueKind.Array && f.Value.GetArrayLength() == fields[0].Value.GetArrayLength()
            && f.Value.EnumerateArray().All(v => v.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))))
        {
            return Columns(fields, [.. Enumerable.Range(0, fields[0].Value.GetArrayLength()).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))],
                (column, place) => column[int.Parse(place, System.Globalization.CultureInfo.InvariantCulture)]);
        }

        if (fields.Length > 0 && Array.TrueForAll(fields, f => f.Value.ValueKind == JsonValueKind.Object && f.Value.EnumerateObject().All(v => v.Name.All(char.IsAsciiDigit))))
        {
            return Columns(fields, [.. fields.SelectMany(f => f.Value.EnumerateObject().Select(v => v.Name)).Distinct()],
                (column, place) => column.TryGetProperty(place, out var value) ? value : default);
        }

        return fields.Where(f => f.Value.ValueKind == JsonValueKind.Array && f.Value.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.Object))
            .OrderByDescending(f => f.Value.GetArrayLength()).Select(f => (IEnumerable<JsonElement>)f.Value.EnumerateArray().ToArray()).FirstOrDefault() ?? [root];
    }

    private static IEnumerable<JsonElement> Named(JsonElement names, JsonElement[] rows) => rows.Select(row => Record(
        names.EnumerateArray().Zip(row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().ToArray() : []).Select(pair => (Text(pair.First) ?? "", pair.Second))));

    private static IEnumerable<JsonElement> Columns(JsonProperty[] fields, string[] places, Func<JsonElement, string, JsonElement> at) =>
        places.Select(place => Record(fields.Select(f => (f.Name, at(f.Value, place)))));

    private static JsonElement Record(IEnumerable<(string Name, JsonElement Value)> cells)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in cells.Where(c => c.Value.ValueKind != JsonValueKind.Undefined))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.ToArray());
        return document.RootElement.Clone();
    }

    private static JsonDocument Parse(string file, byte[] json, long line)
    {
        JsonEscapes.MendHalves(json);
        try
        {
            return JsonDocument.Parse(json, s_options);
        }
        catch (JsonException cause)
        {
            throw SheetProblems.BadJson(file, line + (cause.LineNumber ?? 0), cause);
        }
    }

    private static StreamReader Reader(SourceBytes file, Encoding encoding) => new(Utf8Source.Open(file.Open, encoding), Encoding.UTF8);
}
