namespace Builder.Runner.Tests.Examples;

/// <summary>A table of two numbers and a kind, and a small network that tells the kinds apart.</summary>
internal static class TableProject
{
    /// <summary>A good table: forty rows of two kinds.</summary>
    public static string Csv { get; } = "a,b,kind\n" + string.Concat(
        Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{(i % 2) + (i * 0.01)},{i * 0.5},{(i % 2 == 0 ? "even" : "odd")}\n")));

    /// <summary>The data set and the input, without anything behind it.</summary>
    public static ProjectFile Bare => new ProjectFile("""
        {
          "id": "table",
          "source": { "kind": "table", "path": "data.csv" },
          "columns": [
            { "name": "a", "type": "number", "transforms": [{ "kind": "standardize" }] },
            { "name": "b", "type": "number", "transforms": [{ "kind": "standardize" }] },
            { "name": "kind", "type": "category", "transforms": [{ "kind": "ordinal" }] }
          ],
          "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
        }
        """).Block("input", "NumberInput", """{ "columns": ["a", "b"] }""");

    /// <summary>The same, with the numbers of the first column only: the second may be the target.</summary>
    public static string OfOneColumn(ProjectFile project) => project.Json.Replace("""["a","b"]""", """["a"]""", StringComparison.Ordinal);

    /// <summary>Input – Linear – ReLU – Linear – cross-entropy – Adam.</summary>
    public static ProjectFile Classifier => Bare
        .Block("hidden", "Linear", """{ "out_features": 8 }""").Block("relu", "ReLU").Block("out", "Linear", """{ "out_features": 2 }""")
        .Chain("input", "hidden", "relu", "out").Classifies("out", "kind").Trainer("""{ "epochs": 3, "batch_size": 8 }""");

    /// <summary>Writes a project into the folder.</summary>
    public static void Write(string folder, string? document = null, string? csv = null)
    {
        File.WriteAllText(Path.Combine(folder, "project.json"), document ?? Classifier.Json);
        File.WriteAllText(Path.Combine(folder, "data.csv"), csv ?? Csv);
    }
}
