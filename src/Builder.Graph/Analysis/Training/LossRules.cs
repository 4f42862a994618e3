using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks that there are losses and optimizers and that they belong together.</summary>
internal static class LossRules
{
    /// <summary>Reports what is missing between losses, optimizers and the training plan.</summary>
    public static void Check(DocumentIndex index, FlatGraph graph, DataSchema? data, ImmutableArray<OptimizerSummary> optimizers, ProblemList problems)
    {
        CheckTrainers(index, problems);
        CheckSharedTraining(graph, optimizers, problems);
        var (minimizers, minimized) = (graph.Structure.Minimizers, graph.Structure.Minimized);
        var losses = graph.Structure.OfRole(Role.Loss).Select(i => graph.Nodes[i]).ToList();
        foreach (var loss in losses.Where(l => !minimized[l.Index]))
        {
            problems.Add(TrainingFixes.WithoutOptimizer(index, loss, isError: minimizers.IsEmpty));
        }

        if (losses.Count == 0 && minimizers.IsEmpty)
        {
            problems.Add(TrainingFixes.NoLoss(index, graph, data));
        }
    }

    private static void CheckTrainers(DocumentIndex index, ProblemList problems)
    {
        foreach (var trainer in index.OfRole(Role.Trainer).Where(b => !b.Muted).Skip(1))
        {
            problems.Add(new("TwoTrainers", trainer.Id, new(
                "There is more than one training plan. A project has one.", "存在多个训练计划。一个项目只能有一个。"),
                new Fix(new("Remove this one", "移除这一个"), new Documents.RemoveBlock(trainer.Id))));
        }
    }

    private static void CheckSharedTraining(FlatGraph graph, ImmutableArray<OptimizerSummary> optimizers, ProblemList problems)
    {
        if (optimizers.Length < 2)
        {
            return;
        }

        var trainer = new Dictionary<string, int>(StringComparer.Ordinal);
        var told = new HashSet<int>();
        foreach (var optimizer in optimizers)
        {
            foreach (var path in optimizer.Trains)
            {
                if (!trainer.TryAdd(path, optimizer.Node) && told.Add(optimizer.Node))
                {
                    problems.Add(TrainedTwice(graph, path, trainer[path], optimizer.Node));
                }
            }
        }
    }

    private static Problem TrainedTwice(FlatGraph graph, string path, int first, int second)
    {
        var layer = BlockNames.Name(graph.Nodes[graph.Structure.PlaceOf(path)!.Value].Block);
        var (one, other) = (BlockNames.Name(graph.Nodes[first].Block), BlockNames.Name(graph.Nodes[second].Block));
        return new("TrainedTwice", graph.Nodes[second].Block.Id, new(
            $"“{layer.En}” is trained by “{one.En}” and by “{other.En}”. Say for each optimizer what it trains, unless this is meant.",
            $"“{layer.Zh}”同时被“{one.Zh}”和“{other.Zh}”训练。如非有意，请为每个优化器指明训练对象。"), Severity: Severity.Warning);
    }
}
