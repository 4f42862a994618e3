using System.Text.Json;
using Builder.Datasets.Profiles;
using Builder.Graph.Metrics;
using Builder.Runner.Tests.Examples;
using Builder.Training.Evaluation;
using Builder.Training.Heads;
using Builder.Training.Rivals;
using Builder.Training.Tests.Importances;
using Builder.Training.Tests.Oracles;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Rivals;

public sealed class PairedBootstrapTests
{
    private static readonly JsonElement s_draws = OracleFile.Read("rivals.json").GetProperty("draws");

    [Theory]
    [InlineData("accuracy")]
    [InlineData("f1")]
    [InlineData("mae")]
    public void The_interval_is_numpys_on_the_same_draws_and_scipys_on_other_ones(string score)
    {
        var stored = s_draws.GetProperty(score);
        using var run = Run(score == "mae");
        var (model, other) = (Tally(run, score, stored.Doubles("a"), stored), Tally(run, score, stored.Doubles("b"), stored));
        var given = stored.GetProperty("places").Deserialize<int[][]>()!.Select(places => places.Aggregate(new int[model.Count], (times, place) =>
        {
            times[place]++;
            return times;
        }));

        var same = PairedBootstrap.Differences(model, [other], given)[0];
        var usual = PairedBootstrap.Differences(model, [other])[0];

        Assert.Equal(stored.GetProperty("difference").GetDouble(), model.Score - other.Score, 1e-5);
        Assert.Equal((stored.GetProperty("low").GetDouble(), stored.GetProperty("high").GetDouble()), (same.Low, same.High), Near(1e-5));
        var width = stored.Doubles("scipy")[1] - stored.Doubles("scipy")[0];
        Assert.Equal((stored.Doubles("scipy")[0], stored.Doubles("scipy")[1]), (usual.Low, usual.High), Near(width / 10));
    }

    [Fact]
    public void Models_that_say_the_same_differ_by_nothing()
    {
        using var run = Run(isQuantity: false);
        var tally = Tally(run, "accuracy", s_draws.GetProperty("accuracy").Doubles("a"), s_draws.GetProperty("accuracy"));

        Assert.Equal((0.0, 0.0), PairedBootstrap.Differences(tally, [tally])[0] is var range ? (range.Low, range.High) : default);
        Assert.Equal(0, tally.DifferentFrom(tally));
    }

    [Fact]
    public void Every_draw_has_as_many_samples()
    {
        Assert.All(Bootstrap.Draws(17, 30), times => Assert.Equal(17, times.Sum()));
        Assert.Equal(Bootstrap.Draws(17, 3).SelectMany(t => t), Bootstrap.Draws(17, 3).SelectMany(t => t));
    }

    private static EqualityComparer<(double, double)> Near(double tolerance) => EqualityComparer<(double, double)>.Create(
        (a, b) => Math.Abs(a.Item1 - b.Item1) <= tolerance && Math.Abs(a.Item2 - b.Item2) <= tolerance);

    // A session whose head tells two classes or a quantity; its own predictions are not looked at.
    private static ImportanceRun Run(bool isQuantity) => new(ImportanceRun.Linear(new ProjectFile($$"""
        { "id": "table", "source": { "kind": "table", "path": "data.csv" }, "split": {{ImportanceRun.Given}}, "columns": [{ "name": "x", "type": "number", "transforms": [] },
          {{(isQuantity ? """{ "name": "y", "type": "number", "transforms": [] }""" : """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }""")}}] }
        """).Block("input", "NumberInput", """{ "columns": ["x"] }"""), "y", isQuantity ? 1 : 2, isQuantity ? "MSELoss" : "CrossEntropyLoss").Chain("input", "out"),
        isQuantity ? "x,y,part\n1,1,train\n2,2,train\n3,4,test\n" : "x,y,part\n1,no,train\n2,yes,train\n3,no,test\n");

    private static CaseTally Tally(ImportanceRun run, string score, double[] said, JsonElement stored)
    {
        using var scope = NewDisposeScope();
        var head = run.Session.Heads[0];
        var samples = new CollectedSamples(head, run.Session.Data.Fitted);
        var truth = stored.Doubles("true");
        if (head.Task == TaskKind.Regression)
        {
            samples.Add(tensor(said, dtype: ScalarType.Float32).reshape(-1, 1), tensor(truth, dtype: ScalarType.Float32).reshape(-1, 1));
        }
        else
        {
            samples.Add(tensor(said.SelectMany(s => new[] { -9 * s, 9 * s }).ToArray(), dtype: ScalarType.Float32).reshape(-1, 2), tensor([.. truth.Select(t => (long)t)]));
        }

        return CaseTally.Of(samples, HeadDecision.Of(head, run.Session.Data.Fitted, Protocol.DecisionThresholds.Usual), score == "f1" ? 1 : null);
    }
}
