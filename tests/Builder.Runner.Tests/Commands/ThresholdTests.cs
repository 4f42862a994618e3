using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Commands;

/// <summary>The threshold of a rare class is chosen on the validation part, and everything goes by it: scores, table, examples, predictions.</summary>
public sealed class ThresholdTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_rare_class_is_said_from_its_threshold_on_in_scores_table_examples_and_predictions()
    {
        var (finished, evaluation) = Train(Rare());
        var head = Assert.Single(evaluation.Heads);
        var chosen = Assert.Single(head.Thresholds);
        var other = Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.OtherFileName}"]));
        var stored = DecisionThresholds.FromJson(File.ReadAllBytes(_folder["run/bundle/thresholds.json"]));

        Assert.Equal("yes", chosen.Class);
        Assert.InRange(chosen.Threshold, 0.01, 0.49);
        Assert.Equal(chosen, Assert.Single(stored.Of("kind")!.Classes));
        Assert.Equal(finished.Test["recall"]!.Value, head.Classes!.PerClass[1].Recall, 1e-9);
        Assert.Equal(finished.Test["accuracy"]!.Value, (head.Classes.Confusion![0][0] + head.Classes.Confusion[1][1]) / (double)evaluation.Samples, 1e-9);
        Assert.True(evaluation.Validation["f1"] > other.Validation["f1"], "The threshold is the best for the validation part.");
        Assert.All(head.Examples, e => Assert.Equal(e.Predicted == "yes", (e.Predicted == "yes" ? e.Probability : 1 - e.Probability) >= chosen.Threshold));
        Assert.Empty(other.Heads[0].Thresholds);
        Assert.All(other.Heads[0].Examples, e => Assert.True(e.Probability >= 0.5));
        Assert.Equal(head.Examples.Select(e => e.Row), other.Heads[0].Examples.Select(e => e.Row));

        var cases = CaseScores.FromJson(File.ReadAllBytes(_folder["run/cases.json"])).Of("kind")!;
        Assert.Equal(new CaseDecision(1, chosen.Threshold), cases.Trained);
        foreach (var (decision, told) in new[] { (cases.Trained, evaluation), (null, other) })
        {
            var test = cases.Of("test")!;
            Assert.Equal(told.Samples, test.Count);
            Assert.Equal(
                told.Heads[0].Classes!.Confusion!.SelectMany(row => row),
                new[] { (0, 0), (0, 1), (1, 0), (1, 1) }.Select(cell => Enumerable.Range(0, test.Count).LongCount(i => (test.True[i], test.Said(decision, i)) == cell)));
            foreach (var (part, scores) in new[] { ("train", told.Train), ("validation", told.Validation) })
            {
                var known = cases.Of(part)!;
                Assert.Equal(scores["accuracy"]!.Value, Enumerable.Range(0, known.Count).Average(i => known.Said(decision, i) == known.True[i] ? 1.0 : 0), 1e-9);
            }
        }

        var example = head.Examples.First(e => e.Predicted == "yes" && e.Probability < 0.5);
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Load(_folder["run/bundle"], "cpu", 1));
        Assert.Equal(chosen, Assert.Single(runner.Until<RunEvent.Loaded>().Model.Outputs[0].Thresholds));
        runner.Send(new RunnerCommand.Predict("a", [new Dictionary<string, Cell> { ["a"] = example.Inputs["a"], ["b"] = example.Inputs["b"] }]));
        var answer = runner.Until<RunEvent.Prediction>().Rows![0].Outputs[0];
        Assert.Equal("yes", answer.Class);
        Assert.Equal(example.Probability!.Value, answer.Probability!.Value, 1e-4);
        File.WriteAllText(_folder["new.csv"], $"a,b\n{example.Inputs["a"]},{example.Inputs["b"]}\n");
        RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.csv"]);
        Assert.StartsWith("yes,", File.ReadAllLines(_folder["out.csv"])[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_file_a_model_says_the_likelier_class_as_older_ones_do()
    {
        var (_, evaluation) = Train(Rare());
        var example = evaluation.Heads[0].Examples.First(e => e.Predicted == "yes" && e.Probability < 0.5);
        File.Delete(_folder["run/bundle/thresholds.json"]);
        File.WriteAllText(_folder["new.csv"], $"a,b\n{example.Inputs["a"]},{example.Inputs["b"]}\n");
        RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"], "--output", _folder["out.csv"]);

        Assert.StartsWith("no,", File.ReadAllLines(_folder["out.csv"])[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_classes_of_the_same_size_keep_the_usual_threshold()
    {
        var (_, evaluation) = Train(TableProject.Csv);

        Assert.Empty(evaluation.Heads[0].Thresholds);
        Assert.False(File.Exists(_folder["run/bundle/thresholds.json"]));
        Assert.False(File.Exists(_folder[$"run/{Evaluation.OtherFileName}"]));
    }

    [Fact]
    public void A_damaged_file_is_told_in_words()
    {
        Train(TableProject.Csv);
        File.WriteAllText(_folder["run/bundle/thresholds.json"], "{");
        File.WriteAllText(_folder["new.csv"], "a,b\n1,1\n");
        var result = RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new.csv"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("thresholds.json", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // One in twelve is "yes", and hardly ever the likelier: where a is large, one in three.
    private static string Rare()
    {
        var random = new Random(11);
        return "a,b,kind\n" + string.Concat(Enumerable.Range(0, 900).Select(_ =>
        {
            var (a, b) = (random.NextDouble(), random.NextDouble());
            return FormattableString.Invariant($"{a:0.####},{b:0.####},{(a > 0.75 && random.NextDouble() < 0.36 ? "yes" : "no")}\n");
        }));
    }

    private (RunEvent.Finished Finished, Evaluation Evaluation) Train(string csv)
    {
        TableProject.Write(_folder.Path, csv: csv);
        var result = RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--epochs", "12", "--threads", "1", "--json");
        result.Finished();
        return (Assert.IsType<RunEvent.Finished>(RunEventJson.Read(result.Output.TrimEnd().Split('\n')[^1])), Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.FileName}"])));
    }
}
