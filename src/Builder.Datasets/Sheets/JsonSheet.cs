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

    /// <summary>Of whole numbers with more digits a number would lose some.</summary>
    private const int SafeDigits = 15;

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
        IEnumerable<JsonElement> All() => root is { } whole ? JsonRecords.Of(whole) ?? throw SheetProblems.NoTable(file.Name) : Lines(file, encoding);
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

        return new(null, () => All().Select(record => Row(record, places)).Prepend([.. names])) { Header = true, KeepsEmptyRows = true, Known = new(0, names.Count, names.Count, 0) };
    }

    private static bool IsWhole(ReadOnlySpan<char> line)
    {
        try
        {
            using var document = JsonText.Parse(Encoding.UTF8.GetBytes(line.TrimEnd(',').ToString()), s_options);
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

    /// <summary>A value as a cell has it.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText() is var digits && digits.Length > SafeDigits && !digits.AsSpan().ContainsAny(".eE") ? digits : CellText.Of(value.GetDouble()),
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
                using var record = Parse(file.Name, line, number);
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
            // It goes with its elements.
            return JsonText.Parse(text.GetBuffer().AsMemory(0, (int)text.Length), s_options).RootElement;
        }
        catch (JsonException cause)
        {
            throw SheetProblems.BadJson(file.Name, 1 + (cause.LineNumber ?? 0), cause);
        }
    }

    private static JsonDocument Parse(string file, string text, long line)
    {
        try
        {
            return JsonText.Parse(Encoding.UTF8.GetBytes(text), s_options);
        }
        catch (JsonException cause)
        {
            throw SheetProblems.BadJson(file, line + (cause.LineNumber ?? 0), cause);
        }
    }

    private static StreamReader Reader(SourceBytes file, Encoding encoding) => new(Utf8Source.Open(file.Open, encoding), Encoding.UTF8);
}
