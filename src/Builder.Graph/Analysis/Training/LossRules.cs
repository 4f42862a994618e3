using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks that there are losses and optimizers and that they belong together.</summary>
internal static class LossRules
{
    private static readonly MessageTemplate TwoTrainers = new(
        "TwoTrainers",
        "There is more than one training plan. A project has one.",
        "存在多个训练计划。一个项目只能有一个。");

    private static readonly MessageTemplate RemoveThisOne = new("fix-remove-this-one", "Remove this one", "删除这一个");

    private static readonly MessageTemplate TrainedTwiceWords = new(
        "TrainedTwice",
        "“{layer}” is trained by “{one}” and by “{other}”. Say for each optimizer what it trains, unless this is meant.",
        "“{layer}”同时被“{one}”和“{other}”训练。如非有意，请为每个优化器指明训练对象。");

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
            problems.Add(new(trainer.Id, TwoTrainers.With(),
                new Fix(RemoveThisOne.With(), new Documents.RemoveBlock(trainer.Id))));
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
        return new(
            graph.Nodes[second].Block.Id,
            TrainedTwiceWords.With(("layer", layer), ("one", one), ("other", other)),
            Severity: Severity.Warning);
    }
}
