using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Metrics;

namespace Builder.Graph.Tests.Metrics;

public class MetricCatalogTests
{
    [Fact]
    public void Every_metric_is_told_in_both_languages_and_found_by_its_id()
    {
        Assert.Equal(MetricCatalog.All.Length, MetricCatalog.All.DistinctBy(m => m.Id).Count());
        Assert.All(MetricCatalog.All, metric =>
        {
            Assert.All([metric.Term, metric.Title, metric.Help], text => Assert.True(text.En.Length > 0 && text.Zh.Length > 0));
            Assert.Same(metric, MetricCatalog.Named(metric.Id));
        });
    }

    [Fact]
    public void Every_metric_that_the_class_has_is_in_its_list()
    {
        var defined = typeof(MetricCatalog).GetProperties().Where(p => p.PropertyType == typeof(MetricDefinition)).Select(p => (MetricDefinition)p.GetValue(null)!);

        Assert.Equal(defined.Select(m => m.Id).Order(StringComparer.Ordinal), MetricCatalog.All.Select(m => m.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_task_that_compares_with_a_truth_has_metrics_and_no_other()
    {
        Assert.Equal(
            [TaskKind.Classification, TaskKind.BinaryClassification, TaskKind.Regression, TaskKind.LanguageModel, TaskKind.Anomaly, TaskKind.MultiLabel],
            Enum.GetValues<TaskKind>().Where(task => MetricCatalog.Of(task).Any()));
    }

    [Theory]
    [InlineData("price.mae", MetricDirection.Smaller, "Mean absolute error (MAE) of “price”")]
    [InlineData("first.artist.accuracy", MetricDirection.Larger, "Accuracy of “first.artist”")]
    [InlineData("loss.Generator loss", MetricDirection.Smaller, "Loss: Generator loss")]
    [InlineData("loss.a.b", MetricDirection.Smaller, "Loss: a.b")]
    [InlineData("house.style", MetricDirection.Neither, "house.style")]
    [InlineData(".mae", MetricDirection.Neither, ".mae")]
    public void A_name_with_a_prediction_in_front_or_a_loss_behind_keeps_direction_and_words(string name, MetricDirection direction, string term)
    {
        var metric = MetricCatalog.Named(name);

        Assert.Equal((name, direction, term), (metric.Id, metric.Direction, metric.Term.En));
    }

    [Fact]
    public void The_most_telling_come_first_and_unknown_ones_last() =>
        Assert.Equal(["accuracy", "r2", "loss", "beta", "zeta"], MetricCatalog.Ordered(["zeta", "loss", "r2", "beta", "accuracy", "loss"]));

    [Fact]
    public void What_a_loss_or_a_set_of_metrics_says_of_the_prediction_is_complete()
    {
        Assert.All(BlockCatalog.Kinds.OfType<MetricKind>(), kind => Assert.NotNull(kind.Predicting));

        // A loss between a prediction and a target of equal standing must say what the prediction is; these compare two tensors of the network.
        string[] without = [nameof(CosineEmbeddingLoss), nameof(GaussianKLLoss), nameof(KLDivLoss)];
        Assert.Equal(without, BlockCatalog.Kinds.OfType<LossKind>().Where(kind => kind.Predicting is null).Select(kind => kind.Id));
    }
}
