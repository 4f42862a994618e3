using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Analysis;

/// <summary>All that can be said of a document without running it.</summary>
public sealed record GraphAnalysis
{
    /// <summary>The computation with its groups opened out.</summary>
    public required FlatGraph Graph { get; init; }

    /// <summary>Everything that is wrong, the same thing once only: first what concerns the drawing, then shapes, then training.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>For every block of the document, by id: its shapes, size and problems.</summary>
    public required ImmutableSortedDictionary<string, BlockSummary> Blocks { get; init; }

    /// <summary>The optimizers whose loss is known, in the order of <see cref="FlatGraph.Nodes"/>.</summary>
    public required ImmutableArray<OptimizerSummary> Optimizers { get; init; }

    /// <summary>What the document predicts, the most telling first; empty where it only generates or rebuilds.</summary>
    public required ImmutableArray<Head> Heads { get; init; }

    /// <summary>What kind of task it learns: that of its first scored prediction.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>The scores that a training plan can watch, the loss first; empty where nothing is trained.</summary>
    public required ImmutableArray<EpochScore> Scores { get; init; }

    /// <summary>How long and in what portions to train: the document's Trainer block, or one with all defaults.</summary>
    public required BlockInstance Trainer { get; init; }

    /// <summary>Trainable values of the whole document, shared ones counted once.</summary>
    public required long TotalParameters { get; init; }

    /// <summary>The score that a document calls so; null where its training has no such score.</summary>
    public EpochScore? FindScore(string name) => MonitorRules.Find(Scores, name);

    /// <summary>True where nothing stands in the way of training.</summary>
    public bool CanTrain => Optimizers.Length > 0 && Problems.All(p => p.Severity != Severity.Error);

    /// <summary>
    /// True where a model that was trained with this document can compute: what is wrong with its training plan or a schedule does it no harm.
    /// </summary>
    public bool CanPredict => Optimizers.Length > 0 && Problems.All(p => p.Severity != Severity.Error || IsOfPlan(p.Block));

    private bool IsOfPlan(string? block) => Graph.Nodes.Any(n => n.Block.Id == block && n.Kind.Role is Role.Trainer or Role.Schedule);
}

/// <summary>What is known of one block.</summary>
/// <param name="Outputs">A type for each output port, in its first use; empty where a problem leaves none.</param>
/// <param name="Parameters">Trainable values that this block owns, over all uses and repetitions; 0 where it uses another block's weights.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record BlockSummary(ImmutableArray<TensorType> Outputs, long Parameters, ImmutableArray<Problem> Problems);

/// <summary>What one optimizer does.</summary>
/// <param name="Node">Index of the optimizer in <see cref="FlatGraph.Nodes"/>.</param>
/// <param name="Loss">Where the number comes from that it makes small.</param>
/// <param name="Schedule">Index of its learning-rate schedule; null where the rate stays as it is.</param>
/// <param name="Trains">Paths under which the weights lie that it changes, in the order of the nodes.</param>
public sealed record OptimizerSummary(int Node, FlatSource Loss, int? Schedule, ImmutableArray<string> Trains)
{
    /// <summary>What its loss is called among people; unique in the document.</summary>
    public string Title { get; init; } = "";

    /// <summary>True where the document has no other optimizer.</summary>
    public bool IsOnly { get; init; } = true;

    /// <summary>The name of its loss in events and results: "loss", or "loss.TITLE" where there are several.</summary>
    public string LossName => IsOnly ? MetricCatalog.Loss.Id : $"{MetricCatalog.Loss.Id}.{Title}";
}
