using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Checks that what a training plan or a schedule watches is a score that the training has, and that a schedule waits for the better side of
/// it. Which scores there are is certain only once nothing else is wrong: until then it says nothing.
/// </summary>
internal static class MonitorRules
{
    private static readonly MessageTemplate LargerIsMeant = new(
        "PlateauDirection",
        "“{block}” lowers the learning rate as if a smaller “{metric}” were better, but a larger one is.",
        "“{block}”把“{metric}”越小当作越好来调整学习率，但它其实越大越好。");

    private static readonly MessageTemplate SmallerIsMeant = new(
        "PlateauDirection.smaller",
        "“{block}” lowers the learning rate as if a larger “{metric}” were better, but a smaller one is.",
        "“{block}”把“{metric}”越大当作越好来调整学习率，但它其实越小越好。");

    private static readonly MessageTemplate WatchNear = new("fix-watch-near", "Watch {near}", "改为监测 {near}");

    private static readonly MessageTemplate WatchLoss = new("fix-watch-loss", "Watch the loss", "改为监测损失");

    private static readonly MessageTemplate UnknownScore = new(
        "UnknownScore.watched",
        "“{block}” watches “{name}”, but this model has no such score. It has: {known}.",
        "“{block}”要监测“{name}”，但这个模型没有这项指标。可用的有：{known}。");

    private static readonly MessageTemplate LargerIsBetter = new("fix-larger-is-better", "Larger is better", "设为越大越好");

    private static readonly MessageTemplate SmallerIsBetter = new("fix-smaller-is-better", "Smaller is better", "设为越小越好");

    private const int MostNamed = 12;

    /// <summary>Reports every watched score that does not exist or is watched the wrong way round.</summary>
    public static void Check(FlatGraph graph, ImmutableArray<EpochScore> scores, ProblemList problems)
    {
        if (scores.IsEmpty || problems.HasErrors)
        {
            return;
        }

        foreach (var node in graph.Structure.Watching.Select(i => graph.Nodes[i]).Where(n => n.Instance is not null))
        {
            foreach (var parameter in node.Kind.Parameters.Where(p => p.Type == ParameterType.Score))
            {
                var name = node.Instance!.Text(parameter.Name);
                if (Find(scores, name) is not { } score)
                {
                    problems.Add(Unknown(node.Block, parameter, name, scores));
                }
                else if (node.Kind is ReduceLROnPlateau && node.Instance.Text("mode") != Mode(score.Metric))
                {
                    problems.Add(WrongWay(node.Block, score.Metric));
                }
            }
        }
    }

    /// <summary>The score that a document calls so; reports' own names are understood too. Null where there is none.</summary>
    public static EpochScore? Find(ImmutableArray<EpochScore> scores, string name) =>
        scores.FirstOrDefault(s => s.Id == name) ?? scores.LastOrDefault(s => s.Reported == name);

    private static string Mode(MetricDefinition metric) => metric.Direction == MetricDirection.Larger ? "max" : "min";

    private static Problem Unknown(Block block, Parameter parameter, string name, ImmutableArray<EpochScore> scores)
    {
        var known = string.Join(", ", scores.Take(MostNamed).Select(s => s.Id)) + (scores.Length > MostNamed ? ", …" : "");
        var near = NearestName.Of(name, scores.Select(s => s.Id));
        var fix = near is not null
            ? new Fix(WatchNear.With(("near", near)), new SetParameter(block.Id, parameter.Name, near))
            : new Fix(WatchLoss.With(), new SetParameter(block.Id, parameter.Name, null));
        return new(block.Id, UnknownScore.With(("block", BlockNames.Name(block)), ("name", BlockNames.Short(name)), ("known", known)), fix);
    }

    private static Problem WrongWay(Block block, MetricDefinition metric)
    {
        var larger = metric.Direction == MetricDirection.Larger;
        return new(
            block.Id,
            (larger ? LargerIsMeant : SmallerIsMeant).With(("block", BlockNames.Name(block)), ("metric", metric.TermMessage)),
            new Fix(larger ? LargerIsBetter.With() : SmallerIsBetter.With(), new SetParameter(block.Id, "mode", Mode(metric))),
            Severity.Warning);
    }
}
