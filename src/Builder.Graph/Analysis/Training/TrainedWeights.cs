using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Which weights an optimizer changes: all that have an influence on its loss, or those of the blocks and groups that it names.</summary>
internal static class TrainedWeights
{
    private static readonly MessageTemplate TakeItOffList = new("fix-take-it-off-list", "Take it off the list", "从列表中移除");

    private static readonly MessageTemplate TrainsNothing = new(
        "TrainsNothing",
        "“{optimizer}” should train “{shown}” ({name}), but that has no weights with an influence on the loss.",
        "“{optimizer}”要训练“{shown}”（{name}），但其中没有影响该损失的权重。");

    private static readonly MessageTemplate NothingToTrainWords = new(
        "NothingToTrain",
        "“{optimizer}” has nothing to train: no weights have an influence on its loss.",
        "“{optimizer}”没有可训练的内容：没有任何权重会影响它的损失。");

    private static readonly MessageTemplate TrainEverythingBeforeLoss = new(
        "fix-train-everything-before-loss",
        "Train everything before the loss",
        "训练损失之前的所有层");

    private const string TrainsParameter = "trains";

    /// <summary>Paths of the weights in the order of the nodes.</summary>
    public static ImmutableArray<string> Of(FlatGraph graph, DocumentIndex index, FlatNode optimizer, FlatSource loss, ProblemList problems)
    {
        var influence = graph.Structure.InfluenceOn(graph, loss.Node);
        var names = ReferenceRules.Names(optimizer.Block.Parameters.GetValueOrDefault(TrainsParameter));
        var isNothing = influence.Nodes.IsEmpty;
        var trained = influence.Weights;
        if (names.Count > 0)
        {
            var candidates = influence.Nodes.Select(i => graph.Nodes[i]).ToList();
            trained = [.. candidates.Where(n => names.Any(name => Belongs(index.Document, n, name))).Select(n => n.WeightsPath).Distinct(StringComparer.Ordinal)];
            var idle = names.Where(name => Exists(index.Document, name) && !candidates.Any(n => Belongs(index.Document, n, name)));
            problems.AddRange(influence.IsComplete ? idle.Select(name => NoInfluence(index.Document, optimizer.Block, names, name)) : []);
        }

        problems.AddRange(influence.IsComplete && trained.IsEmpty ? [NothingToTrain(optimizer.Block, !isNothing)] : []);
        return trained;
    }

    private static bool Exists(ProjectDocument document, string name) => document.Blocks.ContainsKey(name) || document.Groups.ContainsKey(name);

    /// <summary>True where the node is the named block, or stands in the named group or use of a group at any depth.</summary>
    private static bool Belongs(ProjectDocument document, FlatNode node, string name)
    {
        if (node.Block.Id == name || node.Block.Group == name)
        {
            return true;
        }

        foreach (var segment in node.Path.Split('/').SkipLast(1))
        {
            var use = segment.Split('.')[0];
            if (use == name || document.Blocks[use].Group == name)
            {
                return true;
            }
        }

        return false;
    }

    private static Problem NoInfluence(ProjectDocument document, Block optimizer, IReadOnlyList<string> names, string name)
    {
        var shown = document.Blocks.TryGetValue(name, out var block) ? BlockNames.Name(block) : BlockNames.Short(document.Groups[name].Name);
        var kept = names.Where(n => n != name).Select(n => (ParameterValue)n).ToImmutableArray();
        var fix = kept.Length == 0 ? null : new Fix(
            TakeItOffList.With(), new SetParameter(optimizer.Id, TrainsParameter, new ParameterValue.List(kept)));
        return new(
            optimizer.Id,
            TrainsNothing.With(("optimizer", BlockNames.Name(optimizer)), ("shown", shown), ("name", BlockNames.Short(name))),
            fix,
            Severity.Warning);
    }

    private static Problem NothingToTrain(Block optimizer, bool couldTrainAll) => new(
        optimizer.Id,
        NothingToTrainWords.With(("optimizer", BlockNames.Name(optimizer))),
        couldTrainAll ? new Fix(TrainEverythingBeforeLoss.With(), new SetParameter(optimizer.Id, TrainsParameter, null)) : null);
}
