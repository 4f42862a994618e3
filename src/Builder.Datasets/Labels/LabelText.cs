using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Datasets.Text;

namespace Builder.Datasets.Labels;

/// <summary>Cuts a cell into its labels and puts labels together as a cell has them.</summary>
public static class LabelText
{
    /// <summary>In place of a separator: cells are lists such as ["a", "b"] or ['a', 'b'].</summary>
    public const string Json = "json";

    /// <summary>A cell that says that there are no labels; an empty cell says that they are not known.</summary>
    public const string None = "[]";

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What may stand between labels, those that stand in no name first.</summary>
    public static ImmutableArray<string> Separators { get; } = [";", "|", "；", "、", ",", "，", "/"];

    /// <summary>The labels of a cell, each once, in its order; none where it says that there are none.</summary>
    /// <param name="cell">What the cell holds.</param>
    /// <param name="separator">What stands between labels, or <see cref="Json"/>; null where a cell is one label.</param>
    public static IReadOnlyList<string> Split(string cell, string? separator)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var text = cell.Trim();
        return text is None or "" ? []
            : separator is null ? [text]
            : separator == Json ? ItemsOf(text) ?? [text]
            : Distinct(text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A cell with these labels, which <see cref="Split"/> cuts into the same ones.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="separator">What stands between them, or <see cref="Json"/>; null for a usual separator.</param>
    public static string Join(IReadOnlyCollection<string> labels, string? separator)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Count == 0 ? None
            : separator == Json ? "[" + string.Join(", ", labels.Select(label => JsonSerializer.Serialize(label, s_json))) + "]"
            : string.Join(separator ?? Separators[0], labels);
    }

    /// <summary>The items of a list as JSON or Python write it; null where the text is none, or holds more than names and numbers.</summary>
    public static IReadOnlyList<string>? ItemsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.StartsWith('[') || !text.EndsWith(']') ? null : OfJson(text) ?? OfPython(text);
    }

    private static string[] Distinct(IEnumerable<string> labels) => [.. labels.Distinct(StringComparer.Ordinal)];

    private static string[]? OfJson(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        JsonEscapes.MendHalves(bytes);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                ? Distinct(json.RootElement.EnumerateArray().Select(item => item.ToString().Trim()).Where(item => item.Length > 0))
                : null;
        }
        catch (JsonException)
        {
            // Python writes its lists with single quotes.
            return null;
        }
    }

    private static string[]? OfPython(string text)
    {
        var (items, item, quote) = (new List<string>(), new StringBuilder(), '\0');
        for (var i = 1; i < text.Length; i++)
        {
            var sign = text[i];
            if (quote != '\0' && sign == quote)
            {
                quote = '\0';
            }
            else if (quote != '\0')
            {
                item.Append(sign == '\\' && i + 1 < text.Length ? text[++i] : sign);
            }
            else if (sign is '\'' or '"' && string.IsNullOrWhiteSpace(item.ToString()))
            {
                quote = sign;
            }
            else if (sign is ',' or ']')
            {
                items.Add(item.ToString().Trim());
                item.Clear();
            }
            else if (sign is '[' or '{')
            {
                return null;
            }
            else
            {
                item.Append(sign);
            }
        }

        return quote == '\0' ? Distinct(items.Where(label => label.Length > 0)) : null;
    }
}
