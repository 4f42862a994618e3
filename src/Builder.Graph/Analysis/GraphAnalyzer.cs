using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>
/// Finds out everything about a document that can be known without running it. Takes any document, however broken, and never throws;
/// the same document always gives the same answer.
/// </summary>
public static class GraphAnalyzer
{
    /// <summary>Opens groups out, infers shapes and checks the training plan.</summary>
    /// <param name="document">The document.</param>
    /// <param name="data">What is known of its data sets; null before data is attached.</param>
    public static GraphAnalysis Analyze(ProjectDocument document, DataSchema? data)
    {
        var problems = new ProblemList();
        var sized = WithinLimits(document, problems);
        var index = new DocumentIndex(sized, problems);
        var opening = new GraphOpening(index, problems);
        opening.Run();
        var order = new NodeOrder(opening.Nodes, problems).Run();
        var inference = new ShapeInference(index, data, opening.Nodes, problems);
        var graph = new FlatGraph(inference.Run(order));
        new WeightSharing(sized, graph, problems).Check();
        var plan = new TrainingPlan(index, graph, data, problems);
        plan.Read();
        var heads = HeadFinder.Find(graph);
        var scores = EpochScores.Of(graph, plan.Optimizers, heads);
        GroupRules.CheckUnused(sized, problems);
        new ConnectFixes(index, opening, inference, graph, data, problems).Run();
        MonitorRules.Check(graph, scores, problems);
        var found = problems.ToImmutable();
        var summaries = new Summaries(index, opening, inference, graph);
        return new GraphAnalysis
        {
            Graph = graph,
            Problems = found,
            Blocks = summaries.Run(found),
            Optimizers = plan.Optimizers,
            Heads = heads,
            Task = HeadFinder.TaskOf(graph, heads),
            Scores = scores,
            Trainer = TrainerOf(index, data),
            TotalParameters = summaries.Total,
        };
    }

    private static ProjectDocument WithinLimits(ProjectDocument document, ProblemList problems)
    {
        if (document.Blocks.Count <= DocumentLimits.Blocks && document.Links.Count <= DocumentLimits.Links && document.Groups.Count <= DocumentLimits.Groups)
        {
            return document;
        }

        problems.Add(new("TooMany", null, new(
            $"The project is too large: it may have {DocumentLimits.Blocks} blocks, {DocumentLimits.Links} links and {DocumentLimits.Groups} groups. Use groups that repeat.",
            $"项目过大：最多可有 {DocumentLimits.Blocks} 个模块、{DocumentLimits.Links} 条连线和 {DocumentLimits.Groups} 个分组。请使用可重复的分组。")));
        return ProjectDocument.Create(document.Name);
    }

    private static BlockInstance TrainerOf(DocumentIndex index, DataSchema? data)
    {
        var kind = BlockCatalog.Get(nameof(Trainer));
        var block = index.Document.Blocks.Values.FirstOrDefault(b => !b.Muted && BlockCatalog.Find(b.Kind) == kind && index.IsSound(b));
        return new BlockInstance(block ?? new Block { Id = "trainer", Kind = nameof(Trainer) }, kind, [], data);
    }
}
