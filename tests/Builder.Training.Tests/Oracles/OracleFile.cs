using System.Text.Json;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Training.Tests.Oracles;

/// <summary>Reads what the scripts of this folder stored.</summary>
internal static class OracleFile
{
    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Oracles", name)));
        return document.RootElement.Clone();
    }

    /// <summary>One row for each case whose kind is wanted: its number and what it is about.</summary>
    public static TheoryData<int, string> Cases(string file, Func<string, bool>? wanted = null)
    {
        var rows = new TheoryData<int, string>();
        var cases = Read(file).GetProperty("cases");
        for (var i = 0; i < cases.GetArrayLength(); i++)
        {
            var kind = cases[i].GetProperty("kind").GetString()!;
            if (wanted?.Invoke(kind) != false)
            {
                rows.Add(i, $"{kind} {cases[i].GetProperty("options").GetRawText()}");
            }
        }

        return rows;
    }

    public static double[] Doubles(this JsonElement element, string name) => element.GetProperty(name).Deserialize<double[]>()!;

    /// <summary>The case's block with its options set.</summary>
    public static Block Block(this JsonElement stored)
    {
        var kind = BlockCatalog.Get(stored.GetProperty("kind").GetString()!);
        var parameters = Graph.Documents.Block.NoParameters;
        foreach (var option in stored.GetProperty("options").EnumerateObject())
        {
            parameters = parameters.SetItem(option.Name, Value(kind.GetParameter(option.Name), option.Value));
        }

        return new Block { Id = "stored", Kind = kind.Id, Parameters = parameters };
    }

    /// <summary>The case's block without anything that arrives at it.</summary>
    public static BlockInstance Instance(this JsonElement stored)
    {
        var block = stored.Block();
        var kind = BlockCatalog.Get(block.Kind);
        return new(block, kind, [.. kind.Inputs.Select(_ => System.Collections.Immutable.ImmutableArray<Graph.Shapes.TensorType>.Empty)]);
    }

    private static ParameterValue Value(Parameter parameter, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Array => new ParameterValue.List([.. json.EnumerateArray().Select(item => Value(parameter, item))]),
        _ when parameter.Type is ParameterType.Number or ParameterType.NumberList => json.GetDouble(),
        _ => json.GetInt64(),
    };
}
