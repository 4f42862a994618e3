using System.Collections.Immutable;
using System.Text.Json;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Presets;

namespace Builder.Training.Tests.Presets;

/// <summary>One case of a preset that PyTorch computed, as tests/oracles/presets.py wrote it.</summary>
internal sealed class StoredPreset(Preset preset, JsonElement json)
{
    /// <summary>The preset.</summary>
    public Preset Preset => preset;

    /// <summary>Values of its parameters.</summary>
    public ImmutableSortedDictionary<string, ParameterValue> Parameters { get; } = Block.NoParameters.AddRange(
        json.GetProperty("parameters").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Value(preset.Parameters.Single(q => q.Name == p.Name), p.Value))));

    /// <summary>How many layers follow each other.</summary>
    public long Repeat { get; } = json.GetProperty("repeat").GetInt64();

    /// <summary>What arrives at each port.</summary>
    public IReadOnlyDictionary<string, StoredValues> Inputs { get; } = Named(json, "inputs");

    /// <summary>Weights and buffers under PyTorch's names.</summary>
    public IReadOnlyDictionary<string, StoredValues> Weights { get; } = Named(json, "weights");

    /// <summary>What comes out.</summary>
    public StoredValues Output { get; } = Values(json.GetProperty("output"));

    /// <summary>What flows back into the output.</summary>
    public StoredValues OutputGradient { get; } = Values(json.GetProperty("outputGradient"));

    /// <summary>What reaches the inputs; a mask has none.</summary>
    public IReadOnlyDictionary<string, StoredValues> InputGradients { get; } = Named(json, "inputGradients");

    /// <summary>What reaches the weights.</summary>
    public IReadOnlyDictionary<string, StoredValues> WeightGradients { get; } = Named(json, "weightGradients");

    /// <summary>All cases of a preset.</summary>
    public static StoredPreset[] Read(string preset)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Presets", "stored", preset + ".json");
        return [.. JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("cases").EnumerateArray()
            .Select(c => new StoredPreset(PresetCatalog.Get(preset), c))];
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Repeat} × {Preset.Id}({string.Join(", ", Parameters.Select(p => $"{p.Key}={PyTorchLine.Literal(p.Value)}"))})";

    private static Dictionary<string, StoredValues> Named(JsonElement json, string property) =>
        json.GetProperty(property).EnumerateObject().ToDictionary(p => p.Name, p => Values(p.Value), StringComparer.Ordinal);

    private static StoredValues Values(JsonElement json) =>
        new(json.GetProperty("shape").Deserialize<long[]>()!, json.GetProperty("values").Deserialize<double[]>()!);

    private static ParameterValue Value(Parameter parameter, JsonElement json) => parameter.Type switch
    {
        ParameterType.Flag => json.GetBoolean(),
        ParameterType.Choice => json.GetString()!,
        ParameterType.Number => json.GetDouble(),
        _ => json.GetInt64(),
    };
}

/// <summary>A tensor in plain memory.</summary>
internal sealed record StoredValues(long[] Shape, double[] Values);
