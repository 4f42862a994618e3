using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Commands;

/// <summary>Several labels a row, from the file to the answer: trained, scored label by label, and the same answer on the command line, from a process and in the bundle.</summary>
public sealed class MultiLabelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_label_is_learned_and_scored_by_itself_beside_always_giving_the_same()
    {
        var (finished, evaluation) = Train();
        var labels = Assert.Single(evaluation.Heads).Labels!;

        Assert.Equal((TaskKind.MultiLabel, "test"), (evaluation.Task, evaluation.Part));
        Assert.Equal(["action", "comedy", "drama"], labels.PerLabel.Select(l => l.Name));
        Assert.True(finished.Test["macroF1"] > 0.85, $"{finished.Test["macroF1"]}");
        Assert.True(finished.Test["macroF1"] > evaluation.Baseline["macroF1"] + 0.2);
        Assert.Equal(finished.Test["macroF1"]!.Value, labels.PerLabel.Average(l => l.F1), 1e-9);
        Assert.InRange(finished.Test["macroF1"]!.Value, labels.MacroF1Range.Low, labels.MacroF1Range.High);
        Assert.All(labels.PerLabel, l => Assert.Equal(l.F1, 2.0 * l.Right / (l.Given + l.Cases), 1e-9));
        Assert.Equal(3, labels.Curves.Count);
        Assert.All(labels.Curves.Zip(labels.PerLabel), pair => Assert.Equal(pair.First.PrAuc, pair.Second.AveragePrecision!.Value, 1e-9));

        // 380 rows have known genres; those without a genre are cases like any other.
        Assert.Equal(95, evaluation.Samples);
        Assert.Contains(evaluation.Heads[0].Examples, e => e.True.Length == 0);
        Assert.Equal(
            evaluation.Heads[0].Examples.Count(e => e.Right == true) / 95.0, finished.Test["subsetAccuracy"]!.Value, 1e-9);
        Assert.All(evaluation.Heads[0].Examples, e => Assert.Equal(e.Right, e.True == e.Predicted));
    }

    [Fact]
    public void The_same_labels_are_given_on_the_command_line_by_a_process_and_where_there_are_none()
    {
        Train();
        File.WriteAllText(_folder["new.csv"], "x,y\n1.7,1.7\n-1.5,-1.5\n1.5,-1.5\n");
        Assert.Equal(0, RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.csv"]).ExitCode);
        Assert.Equal(0, RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.json"]).ExitCode);
        var csv = File.ReadAllLines(_folder["out.csv"]).Select(line => line.Split(',')).ToArray();
        var json = System.Text.Json.JsonElement.Parse(File.ReadAllText(_folder["out.json"])).EnumerateArray().ToArray();

        Assert.Equal(["genre", "p(action)", "p(comedy)", "p(drama)"], csv[0]);
        Assert.Equal(["action;comedy;drama", "[]", "action"], csv[1..].Select(c => c[0]));
        Assert.Equal(["action", "comedy", "drama"], json[0].GetProperty("genre").EnumerateArray().Select(l => l.GetString()!));
        Assert.Empty(json[1].GetProperty("genre").EnumerateArray());

        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Load(_folder["run/bundle"], "cpu", 1));
        var output = Assert.Single(runner.Until<RunEvent.Loaded>().Model.Outputs);
        runner.Send(new RunnerCommand.Predict("a", [Row(1.7, 1.7), Row(-1.5, -1.5)]));
        var rows = runner.Until<RunEvent.Prediction>().Rows!;

        Assert.Equal((TaskKind.MultiLabel, ";"), (output.Task, output.Separator));
        Assert.Equal(["action", "comedy", "drama"], output.Classes);
        Assert.Equal(["action", "comedy", "drama"], rows[0].Outputs[0].Labels!);
        Assert.Equal((0, null), (rows[1].Outputs[0].Labels!.Count, rows[1].Outputs[0].Class));
        Assert.Equal(3, rows[1].Outputs[0].Probabilities!.Count);
    }

    [Fact]
    public void A_loss_that_chooses_one_class_is_refused_with_its_fix()
    {
        LabelProject.Write(_folder.Path);
        File.WriteAllText(_folder["project.json"], File.ReadAllText(_folder["project.json"]).Replace("BCEWithLogitsLoss", "CrossEntropyLoss", StringComparison.Ordinal));
        var check = RunnerProcess.Run("check", _folder.Path);

        Assert.NotEqual(0, check.ExitCode);
        Assert.Contains("may have several labels or none", check.Output, StringComparison.Ordinal);
        Assert.Contains("Use “Yes/no cross entropy” instead", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_the_labels_that_a_model_reads_costs_itself_and_no_other()
    {
        TableProject.Write(_folder.Path, new ProjectFile("""
            {
              "id": "table",
              "source": { "kind": "table", "path": "data.csv" },
              "columns": [{ "name": "tags", "type": "labels", "transforms": [{ "kind": "multiHot", "separator": "、" }] }, { "name": "kind", "type": "category" }],
              "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
            }
            """).Block("input", "NumberInput", """{ "columns": ["tags"] }""").Block("out", "Linear", """{ "out_features": 2 }""").Chain("input", "out").Classifies("out", "kind")
            .Trainer("""{ "epochs": 1, "batch_size": 8 }""").Json,
            "tags,kind\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i % 3) switch { 0 => "a", 1 => "b", _ => "a、b" }},{(i % 3 == 0 ? "yes" : "no")}\n")));
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--json", "--threads", "1").Finished();
        File.WriteAllText(_folder["new.csv"], "row,tags\n1,a、b\n2,\n3,b\n");

        var result = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.csv"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal([true, false, true], File.ReadAllLines(_folder["out.csv"])[1..].Select(line => line.Split(',')[0].Length > 0));
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, Cell> Row(double x, double y) => new() { ["x"] = x, ["y"] = y };

    private (RunEvent.Finished Finished, Evaluation Evaluation) Train()
    {
        LabelProject.Write(_folder.Path);
        var result = RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--threads", "1", "--json");
        result.Finished();
        return (Assert.IsType<RunEvent.Finished>(RunEventJson.Read(result.Output.TrimEnd().Split('\n')[^1])), Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.FileName}"])));
    }
}
