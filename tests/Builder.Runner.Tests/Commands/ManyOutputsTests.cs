using System.Globalization;
using System.Text.Json;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

/// <summary>Models that tell several things of a sample, or nothing of a new one: each sample stays one row.</summary>
public sealed class ManyOutputsTests : IDisposable
{
    private const int Steps = 5;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Several_labels_of_yes_or_no_stand_side_by_side()
    {
        Train(new ProjectFile("""
            {
              "id": "table",
              "source": { "kind": "table", "path": "data.csv" },
              "columns": [{ "name": "a", "type": "number" }, { "name": "p", "type": "number" }, { "name": "q", "type": "number" }],
              "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
            }
            """).Block("input", "NumberInput", """{ "columns": ["a"] }""").Block("hidden", "Linear", """{ "out_features": 8 }""").Block("relu", "ReLU")
            .Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "hidden", "relu", "out")
            .Block("target", "Target", """{ "columns": ["p", "q"] }""").Block("loss", "BCEWithLogitsLoss").Block("adam", "Adam", """{ "lr": 0.05 }""")
            .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
            .Trainer("""{ "epochs": 60, "batch_size": 8, "seed": 1 }"""),
            "a,p,q\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i % 3) - 1},{(i % 3 == 2 ? 1 : 0)},{(i % 3 == 0 ? 1 : 0)}\n")));

        var rows = Predict("a\n1\n0\n-1\n");

        Assert.Equal("p,confidence(p),q,confidence(q)", rows[0]);
        Assert.Equal(["1,0", "0,0", "0,1"], rows.Skip(1).Select(row => row.Split(',')).Select(cells => $"{cells[0]},{cells[2]}"));
    }

    [Fact]
    public void Two_predictions_of_classes_with_the_same_names_are_kept_apart()
    {
        Train(new ProjectFile("""
            {
              "id": "table",
              "source": { "kind": "table", "path": "data.csv" },
              "columns": [{ "name": "a", "type": "number" }, { "name": "kind", "type": "category" }, { "name": "side", "type": "category" }],
              "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
            }
            """).Block("input", "NumberInput", """{ "columns": ["a"] }""").Classifies("one", "kind")
            .Block("one", "Linear", """{ "out_features": 2 }""").Link("input.output", "one.input").Block("two", "Linear", """{ "out_features": 2 }""").Link("input.output", "two.input")
            .Block("target2", "Target", """{ "columns": ["side"] }""").Block("loss2", "CrossEntropyLoss").Block("optimizer2", "Adam")
            .Link("two.output", "loss2.input").Link("target2.output", "loss2.target").Link("loss2.output", "optimizer2.loss")
            .Trainer("""{ "epochs": 1, "batch_size": 8, "seed": 1 }"""),
            "a,kind,side\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 3},{(i % 3 == 0 ? "yes" : "no")},{(i % 2 == 0 ? "yes" : "no")}\n")));
        File.WriteAllText(_folder["new.csv"], "a\n1\n2\n");

        var result = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.json"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.All(JsonElement.Parse(File.ReadAllBytes(_folder["out.json"])).EnumerateArray().ToArray(), row => Assert.Equal(
            ["kind", "confidence", "p(no)", "p(yes)", "side", "side.confidence", "side.p(no)", "side.p(yes)"], row.EnumerateObject().Select(cell => cell.Name)));
    }

    [Fact]
    public void A_class_of_every_step_is_no_text_and_comes_step_by_step()
    {
        Train(Series("""{ "name": "up", "type": "category", "window": "input", "transforms": [{ "kind": "ordinal" }] }""", outputs: 2)
            .Block("loss", "CrossEntropyLoss", """{ "dim": -1 }"""));

        var rows = Predict(Rows(Steps + 1, withTarget: false));

        Assert.Equal(string.Join(',', Enumerable.Range(1, Steps).Select(i => $"up {i},confidence(up {i})")), rows[0]);
        Assert.Equal(3, rows.Length);
        Assert.Equal(["no", "yes", "no", "yes", "no"], rows[1].Split(',').Where((_, i) => i % 2 == 0));
        Assert.Equal(["yes", "no", "yes", "no", "yes"], rows[2].Split(',').Where((_, i) => i % 2 == 0));
    }

    [Fact]
    public void A_quantity_of_every_step_comes_step_by_step_in_its_units()
    {
        Train(Series("""{ "name": "y", "from": "x", "type": "number", "unit": "kg", "window": "input", "transforms": [{ "kind": "standardize" }] }""", outputs: 1)
            .Block("loss", "MSELoss"));

        var rows = Predict(Rows(Steps, withTarget: false));

        Assert.Equal(string.Join(',', Enumerable.Range(1, Steps).Select(i => $"y {i} (kg)")), rows[0]);
        var values = Assert.Single(rows.Skip(1)).Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        Assert.All(values, (value, i) => Assert.Equal(i % 2 == 0 ? 10 : 30, value, 4.0));
    }

    [Fact]
    public void A_model_without_target_and_output_says_what_it_lacks()
    {
        Train(TableProject.Bare.Block("narrow", "Linear", """{ "out_features": 1 }""").Block("wide", "Linear", """{ "out_features": 2 }""")
            .Chain("input", "narrow", "wide").Block("loss", "MSELoss").Block("adam", "Adam")
            .Link("wide.output", "loss.input").Link("input.output", "loss.target").Link("loss.output", "adam.loss")
            .Trainer("""{ "epochs": 2, "batch_size": 8 }"""));
        Assert.Contains("Output", Refusal.Of("predict", _folder["run/bundle"], "--input", _folder["data.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_pictures_each_row_names_its_file()
    {
        PictureProject.Write(_folder.Path, epochs: 1);
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--json", "--threads", "1").Finished();
        Directory.CreateDirectory(_folder["new"]);
        foreach (var name in new[] { "b.png", "a.png" })
        {
            File.WriteAllBytes(Path.Combine(_folder["new"], name), Convert.FromBase64String(PredictCommandTests.GreyPixel));
        }

        var rows = PredictFrom("new");

        Assert.StartsWith("label,confidence,", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",file", rows[0], StringComparison.Ordinal);
        Assert.Equal(["a.png", "b.png"], rows.Skip(1).Select(row => row.Split(',')[^1]));
    }

    public void Dispose() => _folder.Dispose();

    // x goes up and down between 10 and 30; "up" says which.
    private static ProjectFile Series(string target, int outputs) => new ProjectFile($$"""
        {
          "id": "series",
          "source": { "kind": "table", "path": "data.csv" },
          "columns": [{ "name": "x", "type": "number", "transforms": [{ "kind": "standardize" }] }, {{target}}],
          "windows": { "length": {{Steps}}, "stride": 1, "orderBy": "t" },
          "split": { "kind": "time", "by": "t", "validation": 0.2, "test": 0.2 }
        }
        """).Block("input", "SeriesInput", """{ "columns": ["x"] }""").Block("gru", "GRU", """{ "hidden_size": 8, "output": "all" }""")
        .Block("out", "Linear", $$"""{ "out_features": {{outputs}} }""").Chain("input", "gru", "out")
        .Block("target", "Target", $$"""{ "columns": ["{{(outputs == 1 ? "y" : "up")}}"] }""").Block("adam", "Adam", """{ "lr": 0.03 }""")
        .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
        .Trainer("""{ "epochs": 30, "batch_size": 8, "seed": 1 }""");

    private static string Rows(int count, bool withTarget) => (withTarget ? "t,x,up\n" : "t,x\n")
        + string.Concat(Enumerable.Range(0, count).Select(i => $"{i},{(i % 2 == 0 ? 10 : 30)}{(withTarget ? i % 2 == 0 ? ",no" : ",yes" : "")}\n"));

    private void Train(ProjectFile project, string? csv = null)
    {
        TableProject.Write(_folder.Path, project.Json, csv ?? (project.Json.Contains("SeriesInput", StringComparison.Ordinal) ? Rows(120, withTarget: true) : null));
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--json", "--threads", "1").Finished();
    }

    private string[] Predict(string csv)
    {
        File.WriteAllText(_folder["new.csv"], csv);
        return PredictFrom("new.csv");
    }

    private string[] PredictFrom(string input)
    {
        var result = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder[input], "--output", _folder["out.csv"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return File.ReadAllLines(_folder["out.csv"]);
    }
}
