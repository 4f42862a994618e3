using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Presets.Drawing;

/// <summary>The values of a preset's parameters, checked before: what was chosen, otherwise the defaults.</summary>
internal sealed class PresetValues(IEnumerable<Parameter> parameters, IReadOnlyDictionary<string, ParameterValue> chosen)
{
    private readonly Dictionary<string, ParameterValue> _values =
        parameters.ToDictionary(p => p.Name, p => chosen.GetValueOrDefault(p.Name) ?? p.Default!, StringComparer.Ordinal);

    /// <summary>A value as it stands.</summary>
    public ParameterValue this[string name] => _values[name];

    /// <summary>A whole number.</summary>
    public long Int(string name) => ((ParameterValue.Integer)_values[name]).Value;

    /// <summary>Yes or no.</summary>
    public bool Flag(string name) => ((ParameterValue.Flag)_values[name]).Value;

    /// <summary>A choice.</summary>
    public string Choice(string name) => ((ParameterValue.Text)_values[name]).Value;
}
