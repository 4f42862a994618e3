using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Serving;

public sealed class ServedModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_model_says_what_it_takes_and_predicts_from_numbers_and_texts()
    {
        using var runner = Loaded(Repository.Template("iris"));
        var model = runner.Until<RunEvent.Loaded>().Model;
        runner.Send(new RunnerCommand.Predict("a", [Flower(5.1, 3.5, 1.4, 0.2), Flower("6.3", " 2.9 ", "5.6", "1.8")]));
        var answer = runner.Until<RunEvent.Prediction>();

        Assert.Equal((TaskKind.Classification, 4), (model.Task, model.Inputs.Count));
        Assert.All(model.Inputs, i => Assert.True(i is { Kind: "number", Unit: "cm", Typical: not null } && i.Minimum > 0 && i.Minimum < i.Maximum));
        Assert.Equal(["setosa", "versicolor", "virginica"], model.Outputs.Single().Classes);
        Assert.Equal("a", answer.Id);
        Assert.Equal(["setosa", "virginica"], answer.Rows!.Select(r => r.Outputs.Single().Class!));
        Assert.All(answer.Rows!, r => Assert.Equal(1, r.Outputs[0].Probabilities!.Sum(p => p.Probability), 1e-5));
        runner.Close();
        Assert.Equal(0, runner.ExitCode());
    }

    [Fact]
    public void What_cannot_be_predicted_is_told_in_words_and_the_next_prediction_works()
    {
        using var runner = Loaded(Repository.Template("iris"));
        runner.Send(new RunnerCommand.Predict("missing", [new Dictionary<string, Cell> { ["sepal_length_cm"] = 5.1 }]));
        var missing = runner.Until<RunEvent.PredictionFailed>();
        runner.Send(new RunnerCommand.Predict("word", [Flower("long", 3.5, 1.4, 0.2)]));
        var word = runner.Until<RunEvent.PredictionFailed>();
        runner.Send(new RunnerCommand.Predict("none", []));
        var none = runner.Until<RunEvent.PredictionFailed>();
        runner.Send(new RunnerCommand.Generate("text", "Once"));
        var text = runner.Until<RunEvent.PredictionFailed>();
        runner.Send(new RunnerCommand.Predict("good", [Flower(5.1, 3.5, 1.4, 0.2)]));

        Assert.Contains("sepal_width_cm", missing.Message.Words.En, StringComparison.Ordinal);
        Assert.Contains("long", word.Message.Words.En, StringComparison.Ordinal);
        Assert.Equal(["missing", "word", "none", "text"], new[] { missing, word, none, text }.Select(f => f.Id));
        Assert.Equal("setosa", runner.Until<RunEvent.Prediction>().Rows![0].Outputs[0].Class);
    }

    [Fact]
    public void A_model_is_written_as_onnx_between_two_predictions()
    {
        using var runner = Loaded(Repository.Template("iris"));
        runner.Send(new RunnerCommand.ExportOnnx("file", _folder["flowers.tmp"], "flowers.onnx"));
        var written = runner.Until<RunEvent.Exported>();
        runner.Send(new RunnerCommand.ExportOnnx("nowhere", _folder["gone/flowers.tmp"], "flowers.onnx"));
        var refused = runner.Until<RunEvent.PredictionFailed>();
        runner.Send(new RunnerCommand.Predict("good", [Flower(5.1, 3.5, 1.4, 0.2)]));

        Assert.Equal("file", written.Id);
        Assert.Contains("\"flowers.onnx\"", written.Usage, StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder["flowers.tmp"]).Length > 500);
        Assert.Equal("nowhere", refused.Id);
        Assert.Equal("setosa", runner.Until<RunEvent.Prediction>().Rows![0].Outputs[0].Class);
    }

    /// <summary>Compared with a hundred of the rows that it has learned from, a flower's petals say more than its sepals.</summary>
    [Fact]
    public void A_model_says_why_column_by_column_and_the_same_each_time()
    {
        var project = Repository.Template("iris");
        using var runner = Loaded(project);
        runner.Send(new RunnerCommand.Predict("what", [Flower(5.1, 3.5, 1.4, 0.2)]));
        var output = runner.Until<RunEvent.Prediction>().Rows![0].Outputs.Single();
        runner.Send(new RunnerCommand.Explain("why", project, _folder["run"], Flower(5.1, " 3.5 ", 1.4, 0.2)));
        var why = runner.Until<RunEvent.Explained>();
        runner.Send(new RunnerCommand.Explain("again", project, _folder["run"], Flower(5.1, 3.5, 1.4, 0.2), "species", "setosa"));
        var again = runner.Until<RunEvent.Explained>();
        runner.Send(new RunnerCommand.Explain("other", project, _folder["run"], Flower(5.1, 3.5, 1.4, 0.2), null, "virginica"));
        var other = runner.Until<RunEvent.Explained>().Explanation;

        Assert.Equal(("why", "species", "setosa", null), (why.Id, why.Explanation.Output, why.Explanation.Class, why.Explanation.Orders));
        Assert.InRange(why.Explanation.Rows, 80, 100);
        Assert.Equal(["sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"], why.Explanation.Contributions.Select(c => c.Column));
        Assert.StartsWith("petal", why.Explanation.Contributions.MaxBy(c => c.Value)!.Column, StringComparison.Ordinal);
        Assert.Equal(output.Probability!.Value, why.Explanation.Prediction, 1e-5);
        Assert.Equal(why.Explanation.Prediction, why.Explanation.Base + why.Explanation.Contributions.Sum(c => c.Value), 1e-3);
        Assert.Equal(why.Explanation.Contributions, again.Explanation.Contributions);
        Assert.Equal("virginica", other.Class);
        Assert.True(other.Prediction < other.Base);
    }

    /// <summary>Longer petals make another flower; each answer is the one that is given for the row itself.</summary>
    [Fact]
    public void A_model_says_what_it_would_answer_if_a_value_were_different()
    {
        var project = Repository.Template("iris");
        using var runner = Loaded(project);
        runner.Send(new RunnerCommand.VaryColumn("petals", project, _folder["run"], Flower(5.1, 3.5, 1.4, 0.2), "petal_length_cm"));
        var told = runner.Until<RunEvent.ColumnVaried>();
        var (first, last) = (told.Dependence.Points[0], told.Dependence.Points[^1]);
        runner.Send(new RunnerCommand.Predict("what", [Flower(5.1, 3.5, 1.4, 0.2), Flower(5.1, 3.5, first.Number!.Value, 0.2), Flower(5.1, 3.5, last.Number!.Value, 0.2)]));
        var rows = runner.Until<RunEvent.Prediction>().Rows!;
        runner.Send(new RunnerCommand.VaryColumn("scent", project, _folder["run"], Flower(5.1, 3.5, 1.4, 0.2), "scent"));

        Assert.Contains("scent", runner.Until<RunEvent.PredictionFailed>().Message.Words.En, StringComparison.Ordinal);
        Assert.Equal(("petals", "species", "setosa", "cm"), (told.Id, told.Dependence.Output, told.Dependence.Class, told.Dependence.ColumnUnit));
        Assert.Equal(21, told.Dependence.Points.Count);
        Assert.Equal((1, 6.9), (first.Number, last.Number));
        Assert.Equal([told.Dependence.Prediction, first.Prediction, last.Prediction], rows.Select(row => row.Outputs[0].Probabilities!.Single(p => p.Class == "setosa").Probability), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.True(last.Prediction < told.Dependence.Prediction && last.Mean < first.Mean);
    }

    [Fact]
    public void What_cannot_be_explained_is_told_in_words_and_who_does_not_wait_holds_nobody_up()
    {
        var project = Repository.Template("iris");
        using var runner = Loaded(project);
        var flower = Flower(5.1, 3.5, 1.4, 0.2);

        // The model is still being loaded when it is given up.
        runner.Send(new RunnerCommand.Explain("left", project, _folder["run"], flower));
        runner.Send(new RunnerCommand.GiveUp("left"));
        runner.Send(new RunnerCommand.GiveUp("unknown"));
        Assert.Equal(("left", RunnerMessages.ExplanationGivenUp.Code), Failed());
        RunnerCommand.Explain[] asked =
        [
            new("column", project, _folder["run"], new Dictionary<string, Cell>(flower) { ["scent"] = "sweet" }),
            new("missing", project, _folder["run"], new Dictionary<string, Cell> { ["sepal_length_cm"] = 5.1 }),
            new("class", project, _folder["run"], flower, null, "rose"),
            new("output", project, _folder["run"], flower, "price"),
            new("data", _folder.Path, _folder["run"], flower),
        ];
        string[] words = ["scent", "sepal_width_cm", "“setosa”", "“species”", "iris.csv"];
        foreach (var (command, word) in asked.Zip(words))
        {
            runner.Send(command);
            var failed = runner.Until<RunEvent.PredictionFailed>();
            Assert.Equal(command.Id, failed.Id);
            Assert.Contains(word, failed.Message.Words.En, StringComparison.Ordinal);
        }

        runner.Send(new RunnerCommand.Predict("good", [flower]));
        Assert.Equal("setosa", runner.Until<RunEvent.Prediction>().Rows![0].Outputs[0].Class);

        (string, string) Failed()
        {
            var failed = runner.Until<RunEvent.PredictionFailed>();
            return (failed.Id, failed.Code);
        }
    }

    [Fact]
    public void A_picture_model_has_no_columns_to_explain()
    {
        PictureProject.Write(_folder.Path, 12);
        using var runner = Loaded(_folder.Path);
        var input = Assert.Single(runner.Until<RunEvent.Loaded>().Model.Inputs);
        runner.Send(new RunnerCommand.Explain("why", _folder.Path, _folder["run"], new Dictionary<string, Cell> { [input.Name] = Directory.GetFiles(_folder["run/samples"])[0] }));

        Assert.Equal(TrainingMessages.ExplanationNotForThisModel.Code, runner.Until<RunEvent.PredictionFailed>().Code);
    }

    [Fact]
    public void A_picture_model_predicts_the_pictures_that_its_run_has_shown()
    {
        PictureProject.Write(_folder.Path, 12);
        using var runner = Loaded(_folder.Path);
        var input = Assert.Single(runner.Until<RunEvent.Loaded>().Model.Inputs);
        Assert.Equal(new PictureFormat(8, 8, 1), input.Picture);
        var pictures = Directory.GetFiles(_folder["run/samples"]).Order().ToArray();
        runner.Send(new RunnerCommand.Predict("files", null, pictures));
        var byFile = runner.Until<RunEvent.Prediction>();
        runner.Send(new RunnerCommand.Predict("rows", [.. pictures.Select(p => new Dictionary<string, Cell> { [input.Name] = p })]));
        var byRow = runner.Until<RunEvent.Prediction>();
        runner.Send(new RunnerCommand.Predict("gone", null, [_folder["gone.png"]]));

        Assert.Equal(pictures.Length, byFile.Rows!.Count);
        Assert.Equal(byFile.Rows.Select(r => r.Outputs[0].Probability), byRow.Rows!.Select(r => r.Outputs[0].Probability));
        Assert.Contains("gone.png", runner.Until<RunEvent.PredictionFailed>().Message.Words.En, StringComparison.Ordinal);
    }

    /// <summary>A file may hold several series, and the newest rows first.</summary>
    [Fact]
    public void A_prediction_of_a_series_names_the_row_that_it_has_seen_last()
    {
        TableProject.Write(_folder.Path, new ProjectFile("""
            {
              "id": "series",
              "source": { "kind": "table", "path": "data.csv" },
              "columns": [{ "name": "x", "type": "number" }, { "name": "next", "from": "x", "type": "number", "window": "target" }],
              "windows": { "length": 3, "stride": 1, "horizon": 1, "orderBy": "t", "groupBy": "who" },
              "split": { "kind": "time", "by": "t", "validation": 0.2, "test": 0.2 }
            }
            """).Block("input", "SeriesInput", """{ "columns": ["x"] }""").Block("gru", "GRU", """{ "hidden_size": 4, "output": "last" }""")
            .Block("out", "Linear", """{ "out_features": 1 }""").Chain("input", "gru", "out").Block("target", "Target", """{ "columns": ["next"] }""")
            .Block("loss", "MSELoss").Block("adam", "Adam").Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
            .Trainer("""{ "epochs": 1, "batch_size": 8 }""").Json,
            "who,t,x\n" + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{(i % 2 == 0 ? "a" : "b")},{i / 2},{i % 5}\n"))));
        using var runner = Loaded(_folder.Path);
        runner.Send(new RunnerCommand.Predict("new", [.. Enumerable.Range(0, 10).Select(i => new Dictionary<string, Cell> { ["x"] = i, ["t"] = 4 - (i / 2), ["who"] = i % 2 == 0 ? "a" : "b" })]));

        Assert.Equal([4, 2, 0, 5, 3, 1], runner.Until<RunEvent.Prediction>().Rows!.Select((row, place) => row.Row ?? place));
    }

    [Fact]
    public void A_folder_that_is_no_model_fails_in_words()
    {
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Load(_folder.Path));

        Assert.Equal(1, runner.ExitCode());
        Assert.Equal("NotABundle", Assert.IsType<RunEvent.Failed>(runner.Seen[^1]).Code);
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, Cell> Flower(Cell sepalLength, Cell sepalWidth, Cell petalLength, Cell petalWidth) => new()
    {
        ["sepal_length_cm"] = sepalLength, ["sepal_width_cm"] = sepalWidth, ["petal_length_cm"] = petalLength, ["petal_width_cm"] = petalWidth,
    };

    private ServeProcess Loaded(string project)
    {
        RunnerProcess.Run("train", project, "--out", _folder["run"], "--threads", "1", "--json").Finished();
        var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Load(_folder["run/bundle"], "cpu", 1));
        return runner;
    }
}
