namespace Builder.Runner.Tests.Examples;

/// <summary>Films told by two numbers, and a small network that gives each any of three genres, or none.</summary>
internal static class LabelProject
{
    /// <summary>A film is action where x is above 0, comedy where y is, drama where both are far above; some have no genre, and of some it is not known.</summary>
    public static string Csv { get; } = "x,y,genre\n" + string.Concat(Rows().Select(r => FormattableString.Invariant($"{r.X:0.###},{r.Y:0.###},{r.Genre}\n")));

    /// <summary>Writes the project into the folder.</summary>
    public static void Write(string folder, string? csv = null, int epochs = 60)
    {
        File.WriteAllText(Path.Combine(folder, "data.csv"), csv ?? Csv);
        File.WriteAllText(Path.Combine(folder, "project.json"), new ProjectFile("""
            {
              "id": "films",
              "source": { "kind": "table", "path": "data.csv" },
              "rows": { "complete": ["genre"] },
              "columns": [
                { "name": "x", "type": "number", "transforms": [{ "kind": "standardize" }] },
                { "name": "y", "type": "number", "transforms": [{ "kind": "standardize" }] },
                { "name": "genre", "type": "labels", "transforms": [{ "kind": "multiHot" }] }
              ],
              "split": { "kind": "random", "validation": 0.25, "test": 0.25, "seed": 1 }
            }
            """).Block("input", "NumberInput", """{ "columns": ["x", "y"] }""").Block("hidden", "Linear", """{ "out_features": 16 }""").Block("relu", "ReLU")
            .Block("out", "Linear", """{ "out_features": 3 }""").Chain("input", "hidden", "relu", "out")
            .Block("target", "Target", """{ "columns": ["genre"] }""").Block("loss", "BCEWithLogitsLoss").Block("adam", "Adam", """{ "lr": 0.03 }""")
            .Block("scores", "ClassificationMetrics").Link("out.output", "scores.input").Link("target.output", "scores.target")
            .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
            .Trainer($$"""{ "epochs": {{epochs}}, "batch_size": 16, "seed": 1 }""").Json);
    }

    private static IEnumerable<(double X, double Y, string Genre)> Rows()
    {
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var (x, y) = ((random.NextDouble() * 4) - 2, (random.NextDouble() * 4) - 2);
            string[] genres = [.. x > 0 ? ["action"] : Array.Empty<string>(), .. y > 0 ? ["comedy"] : Array.Empty<string>(), .. x > 0.8 && y > 0.8 ? ["drama"] : Array.Empty<string>()];
            yield return (x, y, i % 20 == 3 ? "" : genres.Length == 0 ? "[]" : string.Join(";", genres));
        }
    }
}
