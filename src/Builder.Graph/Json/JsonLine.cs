using System.Text;
using Builder.Graph.Documents;

namespace Builder.Graph.Json;

/// <summary>One object on one line: { "id": "a", "kind": "Linear" }.</summary>
internal sealed class JsonLine(StringBuilder json)
{
    private bool _hasProperties;

    /// <summary>A text; left out where it is null.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Name(name).AppendText(value);
        }
    }

    /// <summary>A whole number.</summary>
    public void Whole(string name, long value) => Name(name).AppendWhole(value);

    /// <summary>A flag; left out where it is false.</summary>
    public void Flag(string name, bool value)
    {
        if (value)
        {
            Name(name).Append("true");
        }
    }

    /// <summary>Coordinates [x, y].</summary>
    public void Place(string name, Position place) =>
        Name(name).Append('[').AppendCoordinate(place.X).Append(", ").AppendCoordinate(place.Y).Append(']');

    /// <summary>An object of parameters; left out where there are none.</summary>
    public void Parameters(string name, IEnumerable<KeyValuePair<string, ParameterValue>> parameters)
    {
        JsonLine? inner = null;
        foreach (var (parameter, value) in parameters)
        {
            if (inner is null)
            {
                inner = new JsonLine(Name(name));
            }

            Append(inner.Name(parameter), value);
        }

        inner?.Close();
    }

    /// <summary>Ends the object.</summary>
    public void Close() => json.Append(_hasProperties ? " }" : "{}");

    private StringBuilder Name(string name)
    {
        json.Append(_hasProperties ? ", " : "{ ").AppendText(name).Append(": ");
        _hasProperties = true;
        return json;
    }

    private static void Append(StringBuilder json, ParameterValue value)
    {
        switch (value)
        {
            case ParameterValue.Integer whole:
                json.AppendWhole(whole.Value);
                break;
            case ParameterValue.Number real:
                json.AppendReal(real.Value);
                break;
            case ParameterValue.Flag flag:
                json.Append(flag.Value ? "true" : "false");
                break;
            case ParameterValue.Text text:
                json.AppendText(text.Value);
                break;
            case ParameterValue.List list:
                AppendList(json, list);
                break;
        }
    }

    private static void AppendList(StringBuilder json, ParameterValue.List list)
    {
        json.Append('[');
        for (var i = 0; i < list.Items.Length; i++)
        {
            Append(i == 0 ? json : json.Append(", "), list.Items[i]);
        }

        json.Append(']');
    }
}
