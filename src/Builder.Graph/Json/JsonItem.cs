using System.Text.Json;

namespace Builder.Graph.Json;

/// <summary>One value of a JSON file that remembers where it stood, so that an error can name the place.</summary>
internal sealed class JsonItem(JsonValueKind kind, int start, JsonItem? parent, string name)
{
    /// <summary>What it is.</summary>
    public JsonValueKind Kind => kind;

    /// <summary>Index of its first byte.</summary>
    public int Start => start;

    /// <summary>Index after its last byte.</summary>
    public int End { get; set; }

    /// <summary>The text of a string, or the digits of a number as they were written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The object or array that it stands in.</summary>
    public JsonItem? Parent => parent;

    /// <summary>Its property name within an object.</summary>
    public string Name => name;

    /// <summary>Its values by name, where it is an object.</summary>
    public Dictionary<string, JsonItem> Members { get; } = kind == JsonValueKind.Object ? new(StringComparer.Ordinal) : None;

    /// <summary>Its values in order, where it is an array.</summary>
    public List<JsonItem> Items { get; } = kind == JsonValueKind.Array ? [] : NoItems;

    /// <summary>Its place, such as "blocks[2].kind"; empty for the whole file.</summary>
    public string Path
    {
        get
        {
            if (parent is null)
            {
                return "";
            }

            return parent.Kind == JsonValueKind.Array
                ? FormattableString.Invariant($"{parent.Path}[{parent.Items.IndexOf(this)}]")
                : parent.Path.Length == 0 ? name : $"{parent.Path}.{name}";
        }
    }

    private static Dictionary<string, JsonItem> None { get; } = [];

    private static List<JsonItem> NoItems { get; } = [];
}
