using System.Globalization;
using System.Text.Json;

namespace Builder.Datasets.Sheets;

/// <summary>Finds the records in a document of JSON: a list of them, lists of values, columns, records by their keys, or the longest list that lies inside, however deep.</summary>
internal static class JsonRecords
{
    private const string Key = "key";

    /// <summary>The records; null where the document is a single value.</summary>
    public static IEnumerable<JsonElement>? Of(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            var items = root.EnumerateArray().ToArray();
            return items.Length > 1 && Array.TrueForAll(items, i => i.ValueKind == JsonValueKind.Array) ? OfLists(items) : items;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = root.EnumerateObject().ToArray();
        if (fields.FirstOrDefault(f => f.NameEquals("columns")) is { Value.ValueKind: JsonValueKind.Array } columns
            && fields.FirstOrDefault(f => f.NameEquals("data")) is { Value.ValueKind: JsonValueKind.Array } data)
        {
            return Named([.. columns.Value.EnumerateArray().Select(c => JsonSheet.Text(c) ?? "")], [.. data.Value.EnumerateArray()]);
        }

        if (fields.Length > 0 && Array.TrueForAll(fields, f => f.Value.ValueKind == JsonValueKind.Array && f.Value.GetArrayLength() == fields[0].Value.GetArrayLength()
            && f.Value.EnumerateArray().All(v => v.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))))
        {
            return Columns(fields, [.. Enumerable.Range(0, fields[0].Value.GetArrayLength()).Select(i => i.ToString(CultureInfo.InvariantCulture))],
                (column, place) => column[int.Parse(place, CultureInfo.InvariantCulture)]);
        }

        if (fields.Length > 0 && Array.TrueForAll(fields, f => f.Value.ValueKind == JsonValueKind.Object && f.Value.EnumerateObject().All(v => v.Name.All(char.IsAsciiDigit))))
        {
            return Columns(fields, [.. fields.SelectMany(f => f.Value.EnumerateObject().Select(v => v.Name)).Distinct()],
                (column, place) => column.TryGetProperty(place, out var value) ? value : default);
        }

        return AreRecords(fields) ? ByKey(fields) : Inside(root) is { } list ? list.EnumerateArray().ToArray() : [root];
    }

    // The first list holds names where all of it is text.
    private static IEnumerable<JsonElement> OfLists(JsonElement[] lists) =>
        lists[0].GetArrayLength() > 0 && lists[0].EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) ? Named([.. lists[0].EnumerateArray().Select(v => v.GetString() ?? "")], lists[1..]) : Named([], lists);

    /// <summary>Objects that have most fields in common, each under a key of its own.</summary>
    private static bool AreRecords(JsonProperty[] fields)
    {
        if (fields.Length < 2 || !Array.TrueForAll(fields, f => f.Value.ValueKind == JsonValueKind.Object && f.Value.EnumerateObject().Any()))
        {
            return false;
        }

        string[] names = [.. fields[0].Value.EnumerateObject().Select(v => v.Name)];
        return Array.TrueForAll(fields, f => names.Count(name => f.Value.TryGetProperty(name, out _)) * 2 >= names.Length);
    }

    // Keys that count the rows say nothing.
    private static IEnumerable<JsonElement> ByKey(JsonProperty[] fields)
    {
        var name = Array.TrueForAll(fields, f => f.Name.All(char.IsAsciiDigit)) ? null : Array.Exists(fields, f => f.Value.TryGetProperty(Key, out _)) ? $"_{Key}" : Key;
        return fields.Select(f => Record(name, f.Name, f.Value.EnumerateObject().Select(v => (v.Name, v.Value))));
    }

    /// <summary>The longest list of objects on the highest level that has one of several; else any that has one.</summary>
    private static JsonElement? Inside(JsonElement root)
    {
        JsonElement? single = null;
        for (JsonElement[] level = [root]; level.Length > 0;)
        {
            var inner = level.SelectMany(o => o.EnumerateObject().Select(f => f.Value)).ToArray();
            var lists = inner.Where(v => v.ValueKind == JsonValueKind.Array && v.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Object)).OrderByDescending(v => v.GetArrayLength()).ToArray();
            if (lists is [var longest, ..] && longest.GetArrayLength() > 1)
            {
                return longest;
            }

            single ??= lists is [var one, ..] ? one : (JsonElement?)null;
            level = [.. inner.Where(v => v.ValueKind == JsonValueKind.Object)];
        }

        return single;
    }

    // What lies beyond the names has none.
    private static IEnumerable<JsonElement> Named(string[] names, JsonElement[] rows)
    {
        var width = Math.Max(names.Length, rows.Select(r => r.ValueKind == JsonValueKind.Array ? r.GetArrayLength() : 0).DefaultIfEmpty().Max());
        string[] all = [.. Enumerable.Range(0, width).Select(i => i < names.Length && names[i].Length > 0 ? names[i] : string.Create(CultureInfo.InvariantCulture, $"column {i + 1}"))];
        return rows.Select(row => Record(null, "", all.Zip(row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().ToArray() : [])));
    }

    private static IEnumerable<JsonElement> Columns(JsonProperty[] fields, string[] places, Func<JsonElement, string, JsonElement> at) =>
        places.Select(place => Record(null, "", fields.Select(f => (f.Name, at(f.Value, place)))));

    private static JsonElement Record(string? keyName, string key, IEnumerable<(string Name, JsonElement Value)> cells)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            if (keyName is not null)
            {
                writer.WriteString(keyName, key);
            }

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
}
