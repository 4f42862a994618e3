using System.Globalization;
using Builder.Runner.Tests.Examples;

namespace Builder.Training.Tests.Export;

/// <summary>A table on which every step of the preparation is used, and a network that reads all of it.</summary>
internal static class PreparedProject
{
    /// <summary>Sixty rows with gaps.</summary>
    public static string Csv { get; } = "size,price,change,level,colour,district,day,moment,tags,sold\n" + string.Concat(Enumerable.Range(0, 60).Select(Row));

    /// <summary>The project.</summary>
    public static string Json { get; } = new ProjectFile("""
        {
          "id": "table",
          "source": { "kind": "table", "path": "data.csv" },
          "columns": [
            { "name": "size", "type": "number", "transforms": [{ "kind": "impute", "strategy": "mean" }, { "kind": "standardize" }] },
            { "name": "price", "type": "number", "transforms": [{ "kind": "log", "offset": 1 }, { "kind": "minMax", "low": -1, "high": 1 }] },
            { "name": "change", "type": "number", "transforms": [{ "kind": "asinh" }, { "kind": "standardize" }] },
            { "name": "level", "type": "category", "transforms": [{ "kind": "oneHot" }] },
            { "name": "colour", "type": "category", "transforms": [{ "kind": "impute", "strategy": "mostFrequent" }, { "kind": "oneHot" }] },
            { "name": "district", "type": "category", "transforms": [{ "kind": "ordinal" }] },
            { "name": "day", "type": "date", "transforms": [{ "kind": "datePart", "part": "dayOfWeek", "as": "sineCosine" }] },
            { "name": "month", "from": "day", "type": "date", "transforms": [{ "kind": "datePart", "part": "month" }, { "kind": "standardize" }] },
            { "name": "moment", "type": "date", "transforms": [{ "kind": "standardize" }] },
            { "name": "tags", "type": "labels", "transforms": [{ "kind": "multiHot" }] },
            { "name": "sold", "type": "number", "unit": "€", "transforms": [{ "kind": "asinh" }, { "kind": "standardize" }] },
            { "name": "sold2", "from": "size", "type": "number", "transforms": [{ "kind": "impute", "strategy": "median" }, { "kind": "log" }, { "kind": "minMax" }] }
          ],
          "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
        }
        """)
        .Block("numbers", "NumberInput", """{ "columns": ["size", "price", "change", "level", "colour", "day", "month", "moment", "tags"] }""")
        .Block("districts", "CategoryInput", """{ "columns": ["district"] }""").Block("embed", "Embedding", """{ "embedding_dim": 3 }""")
        .Block("join", "Concatenate").Block("out", "Linear", """{ "out_features": 2 }""")
        .Block("target", "Target", """{ "columns": ["sold", "sold2"] }""").Block("loss", "MSELoss").Block("adam", "Adam")
        .Chain("districts", "embed").Link("numbers.output", "join.inputs").Link("embed.output", "join.inputs").Chain("join", "out")
        .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
        .Trainer("""{ "epochs": 1, "batch_size": 8 }""").Json;

    /// <summary>The same table with a head of every kind, behind two layers of which one uses the other's weights.</summary>
    public static string Heads { get; } = new ProjectFile("""
        {
          "id": "table",
          "source": { "kind": "table", "path": "data.csv" },
          "columns": [
            { "name": "price", "type": "number", "transforms": [{ "kind": "standardize" }] },
            { "name": "change", "type": "number", "transforms": [{ "kind": "asinh" }] },
            { "name": "district", "type": "category" },
            { "name": "level", "type": "category" },
            { "name": "tags", "type": "labels", "transforms": [{ "kind": "multiHot" }] },
            { "name": "sold", "type": "number", "transforms": [{ "kind": "minMax" }] }
          ],
          "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
        }
        """)
        .Block("numbers", "NumberInput", """{ "columns": ["price", "change"] }""").Block("first", "Linear", """{ "out_features": 2 }""").Block("tanh", "Tanh")
        .Block("again", "Linear", """{ "out_features": 2 }""").Block("both", "Concatenate").Chain("numbers", "first", "tanh", "again")
        .Link("tanh.output", "both.inputs").Link("again.output", "both.inputs")
        .Head("where", 5, "CrossEntropyLoss", "district").Head("which", 3, "CrossEntropyLoss", "level").Head("labels", 3, "BCEWithLogitsLoss", "tags")
        .Head("amount", 1, "MSELoss", "sold")
        .Trainer("""{ "epochs": 1, "batch_size": 8 }""").Json.Replace("\"id\":\"again\"", "\"id\":\"again\",\"weightsFrom\":\"first\"", StringComparison.Ordinal);

    private static ProjectFile Head(this ProjectFile project, string name, int outputs, string loss, string target) => project
        .Block(name, "Linear", $$"""{ "out_features": {{outputs}} }""").Chain("both", name)
        .Block(name + "-target", "Target", $$"""{ "columns": ["{{target}}"] }""").Block(name + "-loss", loss).Block(name + "-adam", "Adam")
        .Link(name + ".output", name + "-loss.input").Link(name + "-target.output", name + "-loss.target").Link(name + "-loss.output", name + "-adam.loss");

    private static string Row(int i)
    {
        var day = new DateTime(2023, 1, 5).AddDays(i * 11);
        string[] cells =
        [
            i % 7 == 3 ? "" : (10 + (i * 1.37)).ToString(CultureInfo.InvariantCulture),
            (i * i * 3.1).ToString(CultureInfo.InvariantCulture),
            ((i % 9 - 4) * Math.Pow(10, i % 5)).ToString(CultureInfo.InvariantCulture),
            (i % 3).ToString(CultureInfo.InvariantCulture),
            i % 11 == 5 ? "" : i % 2 == 0 ? "red" : "blue",
            $"district {i % 5}",
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            day.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            i % 2 == 0 ? "a; b" : i % 3 == 0 ? "b" : "a; c",
            ((i - 20) * 1234.5).ToString(CultureInfo.InvariantCulture),
        ];
        return string.Join(',', cells) + "\n";
    }
}
