using System.Text;
using System.Text.Json;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;

namespace Builder.Protocol.Tests.Evaluations;

public sealed class PermutationImportanceTests
{
    private static PermutationImportance Example => new()
    {
        Metric = MetricCatalog.Accuracy.Id, Part = "test", Samples = 100, Available = 400, Repeats = 10, Score = 0.81,
        Columns = [new(["sex"], 0.12, 0.02), new(["费用"], 0.01, 0.02), new(["twin"], 0.001, 0.001), new(["age"], 0, 0), new(["port"], -0.03, 0.01)],
        Groups = [new(["twin", "other"], 0.2, 0.01)],
    };

    [Fact]
    public void It_reads_back_as_the_same_bytes_without_what_follows_from_others()
    {
        var json = Example.ToJson();

        Assert.Equal(json, PermutationImportance.FromJson(json).ToJson());
        Assert.Contains("""{"columns":["费用"],"mean":0.01,"deviation":0.02}""", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"format":2,"metric":"mae","part":"test","samples":1,"available":1,"repeats":1,"score":1,"columns":[]}""")]
    [InlineData("""{"format":1,"metric":"mae","part":"test","samples":1,"available":1,"repeats":1,"score":1,"columns":null}""")]
    [InlineData("""{"format":1,"metric":"mae","part":"test","samples":1,"available":1,"repeats":1,"score":1,"columns":[{"columns":[],"mean":1,"deviation":0}]}""")]
    [InlineData("""{"format":1,"metric":"mae","part":"test","samples":1,"available":1,"repeats":1,"score":1,"columns":[{"mean":1,"deviation":0}]}""")]
    [InlineData("""{"format":1,"metric":"mae","part":"test","samples":1,"available":1,"repeats":1,"score":1,"columns":[{"columns":["a"],"mean":1e999,"deviation":0}]}""")]
    public void What_is_none_is_not_read(string json) =>
        Assert.ThrowsAny<JsonException>(() => PermutationImportance.FromJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_column_matters_where_nearly_all_repeats_say_so_and_does_nothing_where_their_mean_surely_does_not() => Assert.Equal(
        [FeatureEffect.Matters, FeatureEffect.Unclear, FeatureEffect.None, FeatureEffect.None, FeatureEffect.None], Example.Columns.Select(Example.EffectOf));

    [Fact]
    public void Twins_count_as_much_as_they_do_together()
    {
        Assert.Equal(0.2, Example.WeightOf("twin"));
        Assert.Equal(0.12, Example.WeightOf("sex"));
        Assert.Null(Example.WeightOf("other"));
        Assert.False(Example.IsIdle("twin"));
        Assert.True(Example.IsIdle("age"));
        Assert.False(Example.IsIdle("费用"));
        Assert.False(Example.IsIdle("no such column"));
    }

    [Fact]
    public void A_score_falls_and_an_error_grows_and_an_error_is_compared_with_itself()
    {
        var error = Example with { Metric = MetricCatalog.Mae.Id, Score = 5, Columns = [new(["a"], 0.04, 0), new(["b"], 0.06, 0)], Groups = [] };

        Assert.Equal(0.69, Example.ScoreWithout(Example.Columns[0]), 1e-12);
        Assert.Equal(5.06, error.ScoreWithout(error.Columns[1]), 1e-12);
        Assert.Equal([FeatureEffect.None, FeatureEffect.Matters], error.Columns.Select(error.EffectOf));
    }
}
