using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Tests.Use;

/// <summary>Labels of the data that were given other names after the training.</summary>
public sealed class RenamedLabelsTests
{
    private static readonly DataSet s_films = new()
    {
        Id = "films", Source = new TableSource { Path = "films.csv" }, Columns = [new() { Name = "x", Type = ColumnType.Number }, new() { Name = "genre", Type = ColumnType.Labels }],
    };

    [Fact]
    public void A_label_that_has_another_name_in_the_data_is_noticed()
    {
        var (then, now) = (Table("comedy"), Table("humour"));
        var learned = DataPreparation.Prepare(s_films, then, TestContext.Current.CancellationToken);
        var schema = DataPreparation.Prepare(s_films, now, TestContext.Current.CancellationToken).Schema;

        Assert.Null(NameChanges.Between(learned.Fitted, ["genre"], s_films, learned.Schema, then));
        var changes = NameChanges.Between(learned.Fitted, ["genre"], s_films, schema, now)!;
        Assert.Equal(("genre", "comedy", "humour", true), (changes.Column, Assert.Single(changes.Gone), Assert.Single(changes.Added), changes.MayBeRenamed));

        var renamed = learned.Fitted.WithClassNames("genre", new Dictionary<string, string> { ["comedy"] = "humour" });
        Assert.Equal(["action", "humour", "drama"], renamed["genre"].Schema.ClassNames);
        Assert.Empty(DataPreparation.Apply(s_films, renamed, now, ["genre"], TestContext.Current.CancellationToken).Columns["genre"].UnseenRows);
    }

    [Fact]
    public void An_evaluation_of_labels_is_told_with_the_new_names()
    {
        var names = new GivenNames("genre", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("comedy", "humour"));
        var head = new HeadEvaluation
        {
            Name = "genre", Task = TaskKind.MultiLabel, Targets = ["genre"], Thresholds = [new ClassThreshold("comedy", 0.3)],
            Labels = new() { PerLabel = [new("comedy", 1, 1, 1, 1, 1, 1, 1, 0.3)], Curves = [new("comedy", 1, 1, [], [])], MacroF1Range = new(0, 1) },
            Examples = [new Example { Row = 0, True = "comedy, drama", Predicted = "comedy", Loss = 0 }],
        };
        var none = new Dictionary<string, double?>();
        var told = names.Told(new Evaluation { Task = TaskKind.MultiLabel, Part = "test", Samples = 1, Train = none, Validation = none, Test = none, Baseline = none, Units = new Dictionary<string, string>(), Heads = [head] }).Heads[0];

        Assert.Equal(("humour", "humour", "humour"), (told.Labels!.PerLabel[0].Name, told.Labels.Curves[0].Class, told.Thresholds[0].Class));
        Assert.Equal(("humour, drama", "humour"), (told.Examples[0].True, told.Examples[0].Predicted));
    }

    private static RawTable Table(string comedy) => new(
        "films", [new NumberColumn("x", [.. Enumerable.Range(0, 60).Select(i => (double)i)]), new TextColumn("genre", [.. Enumerable.Range(0, 60).Select(i => (i % 4) switch
        {
            0 => $"action;{comedy}", 1 => "drama;action", 2 => $"{comedy};drama", _ => "drama",
        })])], comedy);
}
