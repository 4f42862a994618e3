using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Evaluations;

public sealed class EvaluationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Classes_are_counted_curved_and_shown_with_the_rows_of_the_source()
    {
        var (evaluation, finished) = Train(Repository.Template("breast-cancer"), "--epochs", "4");
        var head = Assert.Single(evaluation.Heads);
        var classes = head.Classes!;

        Assert.Equal(("test", 114L), (evaluation.Part, evaluation.Samples));
        Assert.Equal(114, classes.Confusion!.Sum(row => row.Sum()));
        Assert.Equal(classes.PerClass.Select(c => c.Cases), classes.Confusion!.Select(row => row.Sum()));
        Assert.Equal(Number(finished, "accuracy"), classes.Confusion!.Select((row, i) => row[i]).Sum() / 114.0, 1e-9);
        Assert.Equal(Number(finished, "recall"), classes.PerClass[1].Recall, 1e-9);
        var curve = Assert.Single(classes.Curves);
        Assert.Equal("malignant", curve.Class);
        Assert.Equal(Number(finished, "rocAuc"), curve.RocAuc, 1e-9);
        Assert.Equal(curve.RocAuc, Area(curve.Roc), 1e-4);
        Assert.Equal((new CurvePoint(0, 0, null), 1.0, 1.0), (curve.Roc[0], curve.Roc[^1].X, curve.Roc[^1].Y));
        Assert.Equal(114, classes.Calibration.Sum(bin => bin.Cases));

        var lines = File.ReadAllLines(Path.Combine(Repository.Template("breast-cancer"), "breast-cancer.csv"));
        var names = lines[0].Split(',');
        Assert.Equal(114, head.Examples.Count);
        Assert.All(head.Examples.Zip(head.Examples.Skip(1)), pair => Assert.True(pair.First.Loss >= pair.Second.Loss));
        Assert.All(head.Examples, example =>
        {
            var cells = lines[example.Row + 1].Split(',');
            Assert.Contains(example.True, cells);
            Assert.Equal(double.Parse(cells[Array.IndexOf(names, "mean_radius")]), double.Parse(example.Inputs["mean_radius"]!));
            Assert.Equal(-Math.Log(example.ProbabilityOfTrue!.Value), example.Loss, 1e-6);
            Assert.Equal(example.Right, example.Predicted == example.True);
        });
        Assert.Equal(114 - classes.Confusion!.Select((row, i) => row[i]).Sum(), head.Examples.Count(e => e.Right == false));

        // All cases are among the examples, so each group can be counted again.
        var radius = head.Groups.Single(g => g.Column == "mean_radius").Groups;
        Assert.Equal(114, radius.Sum(g => g.Cases));
        Assert.All(radius, group =>
        {
            var within = head.Examples.Where(e => double.Parse(e.Inputs["mean_radius"]!) is var value && value >= group.Low && value <= group.High).ToList();
            Assert.Equal(within.Count, group.Cases);
            Assert.InRange(group.Cases, 20, 40);
            Assert.Equal(within.Average(e => e.Right == true ? 1.0 : 0), group.Mean, 1e-9);
        });
    }

    /// <summary>Of what is loud the kind follows nothing. The model does not read that column; what is different in every row, or rare throughout, tells nothing.</summary>
    [Fact]
    public void Cases_are_scored_for_each_value_of_every_column_that_tells_them_apart_whether_it_is_read_or_not()
    {
        TableProject.Write(_folder.Path, csv: "a,b,kind,sound,note,town\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        {
            var isLoud = i % 4 >= 2;
            var even = isLoud ? i * 7 / 11 % 2 == 0 : i % 2 == 0;
            return FormattableString.Invariant($"{i % 2},{i % 10},{(even ? "even" : "odd")},{(isLoud ? "loud" : i % 40 == 0 ? "" : "quiet")},n{i},t{i % 97}\n");
        })));
        var (evaluation, finished) = Train(_folder.Path, "--epochs", "15");
        var groups = Assert.Single(evaluation.Heads).Groups;

        Assert.Equal(["a", "b", "sound"], groups.Select(g => g.Column).Order());
        Assert.Equal("sound", groups[0].Column);
        var sound = groups[0].Groups;
        Assert.Equal(["loud", "quiet"], sound.Where(g => g.Kind == GroupKind.Value).Select(g => g.Value).Order());
        Assert.True(sound.Single(g => g.Value == "quiet").Mean > 0.95 && sound.Single(g => g.Value == "loud").Mean < 0.75);
        Assert.Equal(["0", "1"], groups.Single(g => g.Column == "a").Groups.Select(g => g.Value));
        Assert.All(groups.Single(g => g.Column == "b").Groups, g => Assert.Equal(GroupKind.Range, g.Kind));
        Assert.All(groups, column => Assert.Equal(Number(finished, "accuracy"), column.Groups.Sum(g => g.Cases * g.Mean) / evaluation.Samples, 1e-9));
    }

    [Fact]
    public void Quantities_are_shown_against_the_truth_in_their_unit()
    {
        var (evaluation, finished) = Train(Repository.Template("concrete"), "--epochs", "3");
        var values = Assert.Single(Assert.Single(evaluation.Heads).Values);

        Assert.Equal(("MPa", 206, false), (values.Unit, values.Points.Count, values.InTimeOrder));
        Assert.Equal(Number(finished, "mae"), values.Points.Average(p => Math.Abs(p.Predicted - p.True)), 1e-3);
        Assert.Equal(values.MeanResidual, values.Points.Average(p => p.Predicted - p.True), 1e-3);
        Assert.Equal(206, values.Residuals.Counts.Sum());
        Assert.Equal(values.Points.Max(p => Math.Abs(p.Predicted - p.True)), evaluation.Heads[0].Examples[0].Loss, 1e-3);
        Assert.InRange(evaluation.Heads[0].Examples.Count, 100, 200);
        Assert.True(evaluation.Baseline["mae"] > 10);
        Assert.All(evaluation.Heads[0].Groups, column => Assert.Equal(Number(finished, "mae"), column.Groups.Sum(g => g.Cases * g.Mean) / 206, 1e-3));
        Assert.Contains(evaluation.Heads[0].Groups, g => g.Column == "age");
    }

    [Fact]
    public void Pictures_of_the_worst_errors_lie_beside_the_evaluation()
    {
        PictureProject.Write(_folder.Path, 3);
        var (evaluation, _) = Train(_folder.Path);
        var head = Assert.Single(evaluation.Heads);

        Assert.Equal(4, head.Classes!.Curves.Count);
        Assert.All(head.Examples, example => Assert.True(File.Exists(Path.Combine(_folder["run"], example.Picture!))));
        Assert.All(head.Examples, example => Assert.Equal((example.Row % 4).ToString(), example.True));
    }

    [Fact]
    public void Anomalies_are_curved_and_a_threshold_is_named()
    {
        var (evaluation, finished) = Train(Repository.Template("sensor-autoencoder"), "--epochs", "1");
        var anomaly = evaluation.Heads.Single(h => h.Anomaly is not null).Anomaly!;

        Assert.Equal(Number(finished, "rocAuc"), anomaly.Curve!.RocAuc, 1e-9);
        Assert.Equal(evaluation.Samples, anomaly.Usual.Counts.Sum() + anomaly.Unusual.Counts.Sum());
        Assert.Equal(Number(finished, "bestF1Threshold"), anomaly.Threshold!.Value, 1e-9);
        // Scores far out do not press the others into one bar.
        Assert.InRange(anomaly.Threshold.Value, anomaly.Usual.From, (anomaly.Usual.From + anomaly.Usual.To) / 2);
        Assert.True(anomaly.Usual.Counts.Count(c => c > 0) > 5);
    }

    [Fact]
    public void A_text_is_scored_beside_what_is_known_from_how_common_each_letter_is()
    {
        // Half of all letters are "a"; whoever knows that is as undecided as between two and a half.
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(i => i % 2 == 0 ? 'a' : "bcd"[i / 2 * 7 % 3]));
        File.WriteAllText(_folder["text.txt"], text);
        File.WriteAllText(_folder["project.json"], """
            { "format": 1, "name": "letters", "data": [{ "id": "letters", "source": { "kind": "text", "path": "text.txt" },
              "columns": [
                { "name": "text", "type": "text", "transforms": [{ "kind": "tokenize", "tokenizer": "character" }] },
                { "name": "next", "type": "text", "transforms": [{ "kind": "tokenize", "tokenizer": "character" }] }],
              "windows": { "length": 8, "stride": 8 }, "split": { "kind": "time", "validation": 0.1, "test": 0.2 } }],
              "blocks": [
                { "id": "text", "kind": "TextInput", "parameters": { "column": "text" } },
                { "id": "embedding", "kind": "Embedding", "parameters": { "embedding_dim": 8 } },
                { "id": "letter", "kind": "Linear", "parameters": { "out_features": 6 } },
                { "id": "next", "kind": "Target", "parameters": { "columns": ["next"] } },
                { "id": "loss", "kind": "CrossEntropyLoss", "parameters": { "dim": -1 } },
                { "id": "adam", "kind": "Adam" }, { "id": "trainer", "kind": "Trainer", "parameters": { "epochs": 1 } }],
              "links": [
                { "from": "text.output", "to": "embedding.input" }, { "from": "embedding.output", "to": "letter.input" },
                { "from": "letter.output", "to": "loss.input" }, { "from": "next.output", "to": "loss.target" }, { "from": "loss.output", "to": "adam.loss" }] }
            """);
        var (evaluation, _) = Train(_folder["."]);
        Assert.Equal(0.5, evaluation.Baseline["accuracy"]!.Value, 0.02);
        Assert.Equal(Math.Exp((0.5 * Math.Log(2)) + (0.5 * Math.Log(6))), evaluation.Baseline["perplexity"]!.Value, 0.05);
    }

    public void Dispose() => _folder.Dispose();

    private static double Area(IReadOnlyList<CurvePoint> curve) =>
        curve.Zip(curve.Skip(1), (a, b) => (b.X - a.X) * (a.Y + b.Y) / 2).Sum();

    private static double Number(RunEvent.Finished finished, string score) => finished.Test[score]!.Value;

    private (Evaluation Evaluation, RunEvent.Finished Finished) Train(string project, params string[] options)
    {
        var result = RunnerProcess.Run(["train", project, "--out", _folder["run"], "--threads", "1", "--json", .. options]);
        result.Finished();
        var last = RunEventJson.Read(result.Output.TrimEnd().Split('\n')[^1]);
        var file = _folder[$"run/{Evaluation.FileName}"];
        Assert.InRange(new FileInfo(file).Length, 1, 3_000_000);
        return (Evaluation.FromJson(File.ReadAllBytes(file)), Assert.IsType<RunEvent.Finished>(last));
    }
}
