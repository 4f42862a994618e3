using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Importances;

namespace Builder.Web.Tests.Evaluate.Importances;

public sealed class ImportanceRowTests
{
    [Fact]
    public void Groups_stand_with_their_columns_below_them_and_what_does_nothing_stands_apart()
    {
        var rows = ImportanceRow.Of(Passengers.Importance);

        Assert.Equal(["fare+class", "fare", "class", "sex", "port"], rows.Select(r => string.Join("+", r.Feature.Columns)));
        Assert.Equal([false, true, true, false, false], rows.Select(r => r.IsMember));
        Assert.Equal([FeatureEffect.Matters, FeatureEffect.Matters, FeatureEffect.None, FeatureEffect.Matters, FeatureEffect.Unclear], rows.Select(r => r.Effect));
        Assert.Equal(["age", "siblings"], ImportanceRow.Idle(Passengers.Importance));
    }

    [Fact]
    public void The_longest_range_takes_the_whole_width_and_none_leaves_it()
    {
        var rows = ImportanceRow.Of(Passengers.Importance);

        Assert.Equal(1, rows[0].Place.High, 1e-12);
        Assert.All(rows, r => Assert.True(r.Place is { Low: >= 0 and <= 1, Mean: >= 0 and <= 1 } && r.Place.Low <= r.Place.Mean && r.Place.Mean <= r.Place.High));
        Assert.Equal("--mean: 0.8333; --low: 0.6667; --high: 1", rows[0].Place.Style);
        Assert.Equal(0, rows[^1].Place.Low);
    }

    [Fact]
    public void Where_nothing_matters_there_are_no_bars() =>
        Assert.Empty(ImportanceRow.Of(Passengers.Importance with { Groups = [], Columns = [new(["age"], 0, 0), new(["sex"], -0.01, 0)] }));
}

/// <summary>What matters to whether the passengers of a ship are saved.</summary>
internal static class Passengers
{
    /// <summary>Fare and class tell the same, sex matters, of the port nobody can tell, age and siblings do nothing.</summary>
    public static PermutationImportance Importance => new()
    {
        Metric = MetricCatalog.Accuracy.Id, Part = "test", Samples = 100, Available = 400, Repeats = 10, Score = 0.81,
        Columns = [new(["sex"], 0.12, 0.02), new(["fare"], 0.05, 0.01), new(["port"], 0.01, 0.02), new(["class"], 0.001, 0), new(["age"], 0, 0), new(["siblings"], -0.02, 0)],
        Groups = [new(["fare", "class"], 0.2, 0.02)],
    };
}
