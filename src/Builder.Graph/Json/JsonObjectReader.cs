using System.Globalization;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Json;

/// <summary>Takes the properties of one JSON object; what nobody takes is an unknown property and refused.</summary>
internal sealed class JsonObjectReader
{
    private readonly JsonSource _source;
    private readonly JsonItem _node;
    private readonly List<string> _known = [];

    public JsonObjectReader(JsonSource source, JsonItem node, Message what)
    {
        (_source, _node) = (source, node);
        if (node.Kind != JsonValueKind.Object)
        {
            throw source.Fail(node, ProjectFileMessages.NotInBraces.With(("what", what)));
        }
    }

    /// <summary>The value of a property, or null where it is not there or null.</summary>
    public JsonItem? Find(string name)
    {
        _known.Add(name);
        return _node.Members.TryGetValue(name, out var value) && value.Kind != JsonValueKind.Null ? value : null;
    }

    /// <summary>The value of a property that must be there.</summary>
    public JsonItem Get(string name) => Find(name) ?? throw _source.Fail(_node, ProjectFileMessages.MissingProperty.With(("name", name)));

    /// <summary>A text that must be there.</summary>
    public string Text(string name, int limit) => TextOf(Get(name), limit);

    /// <summary>A text, or null.</summary>
    public string? OptionalText(string name, int limit) => Find(name) is { } value ? TextOf(value, limit) : null;

    /// <summary>Yes or no; no where it is not there.</summary>
    public bool Flag(string name) => Find(name) switch
    {
        null or { Kind: JsonValueKind.False } => false,
        { Kind: JsonValueKind.True } => true,
        { } other => throw Wrong(other, ProjectFileMessages.TrueOrFalse.With()),
    };

    /// <summary>A whole number, or null.</summary>
    public int? Whole(string name) => Find(name) switch
    {
        null => null,
        { Kind: JsonValueKind.Number } value when int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        { } other => throw Wrong(other, ProjectFileMessages.WholeNumber.With()),
    };

    /// <summary>The values of an array; none where it is not there.</summary>
    public IReadOnlyList<JsonItem> Items(string name, int limit) => Find(name) switch
    {
        null => [],
        { Kind: JsonValueKind.Array } list when list.Items.Count <= limit => list.Items,
        { Kind: JsonValueKind.Array } list => throw _source.Fail(list, ProjectFileMessages.TooMany.With(("count", list.Items.Count), ("name", name), ("limit", limit))),
        { } other => throw Wrong(other, ProjectFileMessages.List.With()),
    };

    /// <summary>The two coordinates of a place; the origin where they are not there.</summary>
    public Position Place(string name) => Find(name) switch
    {
        null => default,
        { Kind: JsonValueKind.Array, Items: [var x, var y] } => new(Coordinate(x), Coordinate(y)),
        { } other => throw Wrong(other, ProjectFileMessages.TwoNumbers.With()),
    };

    /// <summary>Refuses properties that nobody took.</summary>
    public void Finish()
    {
        foreach (var (name, value) in _node.Members)
        {
            if (!_known.Contains(name))
            {
                var hint = NearestName.Suggestion(name, _known);
                throw _source.Fail(value, ProjectFileMessages.UnknownProperty.With(("name", name), ("hint", hint)));
            }
        }
    }

    /// <summary>An error about the value of a property.</summary>
    public ProjectFileException Fail(string name, Problem problem) => _source.Fail(_node.Members[name], problem.Message, problem.Block, problem.Code);

    private string TextOf(JsonItem value, int limit)
    {
        if (value.Kind != JsonValueKind.String)
        {
            throw Wrong(value, ProjectFileMessages.QuotedText.With());
        }

        return value.Text.Length <= limit ? value.Text : throw _source.Fail(value, TextRules.TooLong(limit));
    }

    private double Coordinate(JsonItem value) =>
        value.Kind == JsonValueKind.Number && double.Parse(value.Text, CultureInfo.InvariantCulture) is var number && Math.Abs(number) <= DocumentLimits.Canvas
            ? number
            : throw Wrong(value, ProjectFileMessages.Coordinate.With(("canvas", DocumentLimits.Canvas)));

    private ProjectFileException Wrong(JsonItem value, Message expected) => _source.Fail(value, ProjectFileMessages.WrongType.With(("value", NameOf(value)), ("expected", expected)));

    private static string NameOf(JsonItem value) => value.Parent is { Kind: JsonValueKind.Array } list ? list.Name : value.Name;
}
