using System.Collections.Immutable;
using Builder.Graph.Metrics;

namespace Builder.Graph.Analysis;

/// <summary>A score of the validation samples that is known after every epoch, so that a training plan can watch it.</summary>
/// <param name="Id">
/// What a document calls it: "loss", with several optimizers also "loss.OPTIMIZER"; "accuracy"; of further predictions "price.mae".
/// </param>
/// <param name="Reported">What events and results call it: they name one of several losses as people do.</param>
/// <param name="Metric">What it is, in words that tell it from the others.</param>
public sealed record EpochScore(string Id, string Reported, MetricDefinition Metric)
{
    /// <summary>True for what training makes small: known without validation samples too.</summary>
    public bool IsLoss => Metric.Tasks.IsEmpty;
}

/// <summary>Derives from a document's losses and predictions which scores its training has.</summary>
internal static class EpochScores
{
    /// <summary>The scores, the loss first; empty where nothing is trained.</summary>
    public static ImmutableArray<EpochScore> Of(FlatGraph graph, ImmutableArray<OptimizerSummary> optimizers, ImmutableArray<Head> heads)
    {
        if (optimizers.IsEmpty)
        {
            return [];
        }

        var losses = optimizers.OrderBy(o => graph.Nodes[o.Node].Path, StringComparer.Ordinal).ToList();
        var scores = new List<EpochScore> { new(MetricCatalog.Loss.Id, losses[0].LossName, MetricCatalog.Loss) };
        if (losses.Count > 1)
        {
            scores.AddRange(losses.Select(o => new EpochScore(
                $"{MetricCatalog.Loss.Id}.{graph.Nodes[o.Node].Path}", o.LossName, MetricCatalog.Loss.Called(o.Title))));
        }

        // The first head speaks for the model; further ones carry their own name.
        scores.AddRange(heads.Where(h => h.Target is not null).SelectMany((head, i) => MetricCatalog.Of(head.Task)
            .Where(metric => metric.Direction != MetricDirection.Neither)
            .Select(metric => i == 0 ? metric : metric.Of(head.Name)))
            .Select(metric => new EpochScore(metric.Id, metric.Id, metric)));
        return [.. scores.DistinctBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The same optimizers with a name for each one's loss: what people call the loss, or the optimizer; its id where neither has a name, and
    /// for all of them where two are called the same.
    /// </summary>
    public static ImmutableArray<OptimizerSummary> Named(FlatGraph graph, ImmutableArray<OptimizerSummary> optimizers)
    {
        string Path(OptimizerSummary o) => graph.Nodes[o.Node].Path;
        string Called(OptimizerSummary o) => graph.Nodes[o.Loss.Node].Block.Label ?? graph.Nodes[o.Node].Block.Label ?? Path(o);
        var areDistinct = optimizers.DistinctBy(Called, StringComparer.Ordinal).Count() == optimizers.Length;
        return [.. optimizers.Select(o => o with { Title = areDistinct ? Called(o) : Path(o), IsOnly = optimizers.Length == 1 })];
    }
}
