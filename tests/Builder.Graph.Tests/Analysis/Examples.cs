using System.Collections.Immutable;
using System.Text;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;

namespace Builder.Graph.Tests.Analysis;

/// <summary>Documents and data that several tests use.</summary>
internal static class Examples
{
    /// <summary>A table of four numbers and a species, a picture set with digits, and two number columns to predict.</summary>
    public static DataSchema Schema { get; } = new(
    [
        new DataSetSchema("table",
        [
            Number("length"), Number("width"), Number("height"), Number("weight"),
            new("species", ElementType.Int64, [], 3, ["a", "b", "c"], null),
            new("ill", ElementType.Int64, [], 2, ["no", "yes"], null),
            Number("price"),
            new("picture", ElementType.Float32, [1, 28, 28], null, [], null),
            new("words", ElementType.Int64, [20], 500, [], null),
        ], 100, 20, 20),
    ]);

    /// <summary>Numbers – Linear 16 – ReLU – Linear 3 – cross-entropy – Adam.</summary>
    public const string Classifier = """
        {
          "format": 1,
          "name": "Iris 鸢尾花",
          "blocks": [
            { "id": "adam", "kind": "Adam", "position": [900, 0], "parameters": { "lr": 0.01 } },
            { "id": "hidden", "kind": "Linear", "label": "隐藏层", "position": [200, 0], "parameters": { "out_features": 16 } },
            { "id": "input", "kind": "NumberInput", "position": [0, 0], "parameters": { "columns": ["length", "width", "height", "weight"] } },
            { "id": "loss", "kind": "CrossEntropyLoss", "position": [700, 0] },
            { "id": "output", "kind": "Linear", "position": [500, 0], "parameters": { "out_features": 3 } },
            { "id": "relu", "kind": "ReLU", "position": [350, 0] },
            { "id": "target", "kind": "Target", "position": [500, 200], "parameters": { "columns": ["species"] } }
          ],
          "links": [
            { "from": "loss.output", "to": "adam.loss" },
            { "from": "input.output", "to": "hidden.input" },
            { "from": "output.output", "to": "loss.input" },
            { "from": "target.output", "to": "loss.target" },
            { "from": "relu.output", "to": "output.input" },
            { "from": "hidden.output", "to": "relu.input" }
          ]
        }

        """;

    /// <summary>The document in a JSON text.</summary>
    public static ProjectDocument Read(string json) => ProjectJson.Read(Encoding.UTF8.GetBytes(json));

    private static ColumnSchema Number(string name) => new(name, ElementType.Float32, [], null, ImmutableArray<string>.Empty, null);
}
