using System.Text.Json;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Fixtures;

namespace Builder.Runner.Tests.Commands;

public sealed class PredictCommandTests(TrainedTable trained) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Rows_without_the_target_are_predicted_with_class_names_and_probabilities()
    {
        TableProject.Write(_folder.Path);
        Train("--epochs", "40", "--set", "optimizer.lr=0.05");
        File.WriteAllText(_folder["new.csv"], "b,a\n5,0.1\n5,1.1\n");
        var rows = Predict("new.csv", "out.json");
        Assert.Equal(2, rows.Length);
        Assert.Equal(["even", "odd"], rows.Select(row => row.GetProperty("kind").GetString()));
        Assert.All(rows, row => Assert.Equal(1, Probabilities(row).Sum(), 1e-3));

        Assert.Equal(0, RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.csv"]).ExitCode);
        Assert.Equal(3, File.ReadAllLines(_folder["out.csv"]).Length);

        var workbook = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.xlsx"]);
        Assert.Equal(1, workbook.ExitCode);
        Assert.False(File.Exists(_folder["out.xlsx"]));
    }

    [Fact]
    public void Numbers_come_back_in_the_targets_own_units()
    {
        TableProject.Write(
            _folder.Path,
            TableProject.OfOneColumn(TableProject.Bare.Block("out", "Linear", """{ "out_features": 1 }""").Chain("input", "out")
                .Block("target", "Target", """{ "columns": ["b"] }""").Block("loss", "MSELoss").Block("adam", "Adam", """{ "lr": 0.1 }""")
                .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
                .Trainer("""{ "epochs": 80, "batch_size": 8 }""")),
            "a,b,kind\n" + string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{i * 0.01},{i * 0.5},{(i % 2 == 0 ? "even" : "odd")}\n"))));
        Train();
        File.WriteAllText(_folder["new.csv"], "a\n0.1\n0.38\n");
        var predicted = Predict("new.csv", "out.json").Select(row => row.GetProperty("b").GetDouble()).ToArray();
        Assert.Equal(5, predicted[0], 1.0);
        Assert.Equal(19, predicted[1], 1.0);
    }

    [Fact]
    public void A_picture_is_predicted_from_its_file()
    {
        PictureProject.Write(_folder.Path, epochs: 1);
        Train();
        File.WriteAllBytes(_folder["one.png"], Convert.FromBase64String(GreyPixel));
        var row = Assert.Single(Predict("one.png", "out.json"));
        Assert.Equal(1, Probabilities(row).Sum(), 1e-3);
    }

    [Fact]
    public void A_text_is_predicted_from_its_row()
    {
        var lines = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? $"the cat sat on mat {i},animal" : $"the train left for town {i},travel");
        TableProject.Write(_folder.Path, new ProjectFile("""
            {
              "id": "texts",
              "source": { "kind": "table", "path": "data.csv" },
              "columns": [
                { "name": "text", "type": "text", "transforms": [{ "kind": "tokenize", "tokenizer": "word", "length": 8 }] },
                { "name": "topic", "type": "category", "transforms": [{ "kind": "ordinal" }] }
              ],
              "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
            }
            """).Block("text", "TextInput", """{ "column": "text" }""").Block("embed", "Embedding", """{ "embedding_dim": 8 }""")
            .Block("lstm", "LSTM", """{ "hidden_size": 8 }""").Block("out", "Linear", """{ "out_features": 2 }""")
            .Chain("text", "embed", "lstm", "out").Classifies("out", "topic", "Adam", """{ "lr": 0.03 }""")
            .Trainer("""{ "epochs": 30, "batch_size": 8 }""").Json, "text,topic\n" + string.Join('\n', lines) + "\n");
        Train();
        File.WriteAllText(_folder["new.csv"], "text\nthe cat sat\na train left for the town\n");
        Assert.Equal(["animal", "travel"], Predict("new.csv", "out.json").Select(row => row.GetProperty("topic").GetString()));
    }

    [Fact]
    public void A_cell_that_is_no_number_costs_its_row_and_is_told_with_its_line()
    {
        trained.CopyTo(_folder);
        File.WriteAllText(_folder["whole.csv"], "a,b\n1,2\n3,1\n");
        File.WriteAllText(_folder["new.csv"], "a,b\n1,2\n1,blue\n3,1\n");

        var whole = Predict("whole.csv", "whole.json");
        var run = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.json"]);

        Assert.Equal((0, "Line 3 has no prediction: “blue” in “b” is not a number.\n"), (run.ExitCode, run.Error));
        var rows = JsonElement.Parse(File.ReadAllBytes(_folder["out.json"])).EnumerateArray().Select(r => r.GetRawText()).ToArray();
        Assert.Equal([whole[0].GetRawText(), whole[1].GetRawText()], [rows[0], rows[2]]);
        Assert.All(JsonElement.Parse(rows[1]).EnumerateObject(), cell => Assert.Equal("", cell.Value.GetString()));
    }

    [Theory]
    [InlineData("a\n1\n", "b")]
    [InlineData("a,b\n1,blue\n", "blue")]
    [InlineData("", "new.csv")]
    public void Rows_that_cannot_be_used_are_refused_and_nothing_is_written(string csv, string place)
    {
        trained.CopyTo(_folder);
        File.WriteAllText(_folder["new.csv"], csv);
        Assert.Contains(
            place, Refusal.Of("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.csv"]), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.csv"]));
    }

    [Fact]
    public void A_folder_that_is_no_model_and_a_file_that_is_not_there_are_named()
    {
        trained.CopyTo(_folder);
        Assert.Contains(_folder.Path, Refusal.Of("predict", _folder.Path, "--input", _folder["data.csv"]), StringComparison.Ordinal);
        Assert.Contains("missing.csv", Refusal.Of("predict", _folder["run/bundle"], "--input", _folder["missing.csv"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--temperature", "-1", "a number of at least 0", "不小于 0 的数值")]
    [InlineData("--top-k", "-1", "a whole number of at least 0", "不小于 0 的整数")]
    public void A_number_below_its_range_is_refused_with_the_range(string option, string value, string range, string rangeInChinese)
    {
        Assert.Contains($"{option} needs {range}", Refusal.Of("predict", _folder.Path, option, value), StringComparison.Ordinal);
        Assert.Contains(rangeInChinese, RunnerProcess.RunInChinese("predict", _folder.Path, option, value).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_and_a_folder_for_a_file_are_told_with_a_way_out()
    {
        trained.CopyTo(_folder);

        AssertRefused("“{0}” does not exist", "“{0}”不存在", _folder["nowhere"], "--input", _folder["data.csv"], "--output", _folder["nowhere/out.csv"]);
        AssertRefused("“{0}” is a folder", "“{0}”是文件夹", _folder["run"], "--input", _folder["data.csv"], "--output", _folder["run"]);
        AssertRefused("“{0}” is a folder", "“{0}”是文件夹", _folder["run"], "--input", _folder["run"]);
        Assert.False(Directory.Exists(_folder["nowhere"]));
    }

    [Fact]
    public void Pictures_that_would_take_the_place_of_a_file_are_refused_in_two_languages()
    {
        PictureProject.Write(_folder.Path, 1);
        File.WriteAllText(_folder["project.json"], new ProjectFile("""
            {
              "id": "pictures",
              "source": { "kind": "idx", "images": "images.idx", "labels": "labels.idx" },
              "columns": [{ "name": "picture", "type": "picture", "transforms": [{ "kind": "normalize", "mean": [0.5], "std": [0.5] }] }],
              "split": { "kind": "random", "validation": 0, "test": 0, "seed": 1 }
            }
            """).Block("noise", "Noise", """{ "size": [1, 8, 8] }""").Block("draw", "Conv2d", """{ "out_channels": 1, "kernel_size": 1 }""")
            .Chain("noise", "draw").Block("picture", "PictureInput", """{ "column": "picture" }""").Block("loss", "MSELoss").Block("adam", "Adam")
            .Block("drawn", "Output", """{ "name": "picture", "as": "picture" }""").Chain("draw", "drawn")
            .Link("draw.output", "loss.input").Link("picture.output", "loss.target").Link("loss.output", "adam.loss")
            .Trainer("""{ "epochs": 1, "keep_best": false }""").Json);
        Train();
        File.WriteAllText(_folder["taken"], "");

        AssertRefused("“{0}” cannot be made", "无法创建文件夹“{0}”", _folder["taken"], "--output", _folder["taken"]);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A PNG of one grey pixel.</summary>
    internal const string GreyPixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private static IEnumerable<double> Probabilities(JsonElement row) =>
        row.EnumerateObject().Where(p => p.Name.StartsWith('p') && p.Value.ValueKind == JsonValueKind.Number).Select(p => p.Value.GetDouble());

    private void AssertRefused(string english, string chinese, string place, params string[] options)
    {
        string[] arguments = ["predict", _folder["run/bundle"], .. options];
        Assert.Contains(english.Replace("{0}", place, StringComparison.Ordinal), Refusal.Of(arguments), StringComparison.Ordinal);
        var inChinese = RunnerProcess.RunInChinese(arguments).Error;
        Assert.Contains(chinese.Replace("{0}", place, StringComparison.Ordinal), inChinese, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", inChinese, StringComparison.Ordinal);
    }

    private void Train(params string[] options) =>
        RunnerProcess.Run(["train", _folder.Path, "--out", _folder["run"], "--json", "--threads", "1", .. options]).Finished();

    private JsonElement[] Predict(string input, string output)
    {
        var result = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder[input], "--output", _folder[output]);
        Assert.True(result.ExitCode == 0, result.Error);
        return [.. JsonElement.Parse(File.ReadAllText(_folder[output])).EnumerateArray()];
    }
}
