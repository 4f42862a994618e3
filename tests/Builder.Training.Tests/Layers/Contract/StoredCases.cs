using System.Collections.Immutable;
using System.Text.Json;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Training.Tests.Layers.Examples;

namespace Builder.Training.Tests.Layers.Contract;

/// <summary>A tensor as the oracle script wrote it.</summary>
internal sealed record StoredTensor(long[] Shape, double[] Values, int? Classes = null, bool Whole = false);

/// <summary>One case that PyTorch computed.</summary>
internal sealed record StoredCase(
    LayerExample Example,
    ImmutableArray<StoredTensor?> Inputs,
    ImmutableArray<(string Name, StoredTensor Tensor)> Weights,
    ImmutableArray<StoredTensor> Outputs,
    ImmutableArray<StoredTensor> OutputGradients,
    ImmutableArray<StoredTensor?> InputGradients,
    ImmutableArray<(string Name, StoredTensor Tensor)> WeightGradients,
    ImmutableArray<(string Name, StoredTensor Tensor)> Buffers);

/// <summary>Reads what tests/oracles/layers.py wrote.</summary>
internal static class StoredCases
{
    public static ImmutableArray<StoredCase> Read(string kind)
    {
        var family = Path.Combine(AppContext.BaseDirectory, "Layers", "stored", BlockCatalog.Get(kind).Family + ".json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(family));
        ImmutableArray<StoredCase> cases = [.. document.RootElement.GetProperty(kind).EnumerateArray().Select(c => Case(kind, c))];
        Assert.NotEmpty(cases);
        return cases;
    }

    private static StoredCase Case(string kind, JsonElement json)
    {
        var ports = json.GetProperty("inputs").EnumerateArray().Select(Slots).ToArray();
        var example = LayerExample.OfSlots(kind, [.. ports.Select(slots => slots.Select(ExampleOf).ToImmutableArray())])
            .InTraining(json.GetProperty("training").GetBoolean());
        foreach (var parameter in json.GetProperty("parameters").EnumerateObject())
        {
            example = example.With(parameter.Name, Value(BlockCatalog.Get(kind).GetParameter(parameter.Name), parameter.Value));
        }

        var open = Enumerable.Repeat(Array.Empty<StoredTensor>(), example.Inputs.Length - ports.Length);
        return new(
            example,
            [.. ports.Concat(open).SelectMany(slots => slots.Length == 0 ? [null] : slots.Select(s => (StoredTensor?)s))],
            Named(json, "weights"),
            [.. json.GetProperty("outputs").EnumerateArray().Select(Tensor)],
            [.. json.GetProperty("outputGradients").EnumerateArray().Select(Tensor)],
            [.. json.GetProperty("inputGradients").EnumerateArray().Select(t => t.ValueKind == JsonValueKind.Null ? null : Tensor(t))],
            Named(json, "weightGradients"),
            Named(json, "buffers"));
    }

    private static StoredTensor[] Slots(JsonElement port) => [.. port.EnumerateArray().Select(Tensor)];

    private static ExampleInput ExampleOf(StoredTensor tensor) =>
        new(tensor.Shape, tensor.Whole ? ElementType.Int64 : ElementType.Float32, tensor.Classes);

    private static ImmutableArray<(string, StoredTensor)> Named(JsonElement json, string property) =>
        [.. json.GetProperty(property).EnumerateObject().Select(entry => (entry.Name, Tensor(entry.Value)))];

    private static StoredTensor Tensor(JsonElement json) => new(
        [.. json.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())],
        [.. json.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())],
        json.TryGetProperty("classes", out var classes) && classes.ValueKind == JsonValueKind.Number ? classes.GetInt32() : null,
        json.TryGetProperty("whole", out var whole) && whole.GetBoolean());

    private static ParameterValue Value(Parameter parameter, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Array => new ParameterValue.List([.. json.EnumerateArray().Select(item => Value(parameter, item))]),
        _ when parameter.Type is ParameterType.Number or ParameterType.NumberList => json.GetDouble(),
        _ => json.GetInt64(),
    };
}
