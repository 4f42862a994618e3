using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Warns of blocks whose results nobody uses.</summary>
internal static class UsageRules
{
    /// <summary>
    /// Reports blocks from which no way leads to an optimizer, a metric or an output; silent while there is none of these at all, and
    /// while the loss is missing: then nothing is used yet, and one problem says why.
    /// </summary>
    public static void Check(FlatGraph graph, ProblemList problems)
    {
        var ends = graph.Nodes.Where(n => IsEnd(n.Kind.Role)).Select(n => n.Index).ToList();
        if (ends.Count == 0 || IsLossMissing(graph))
        {
            return;
        }

        var needed = Upstream.Of(graph, ends);
        var usedBlocks = graph.Nodes.Where(n => needed[n.Index]).Select(n => n.Block.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Where(n => n.Kind.Role is not (Role.Trainer or Role.Loss) && !usedBlocks.Contains(n.Block.Id)))
        {
            problems.Add(new("Unused", node.Block.Id, new(
                $"Nothing uses what “{BlockNames.Name(node.Block).En}” gives, so it has no effect.",
                $"“{BlockNames.Name(node.Block).Zh}”的输出没有被使用，因此不起作用。"),
                new Fix(new("Remove the block", "移除该模块"), new RemoveBlock(node.Block.Id)), Severity.Warning));
        }
    }

    private static bool IsLossMissing(FlatGraph graph) =>
        graph.Nodes.Any(n => n.Kind.Role == Role.Optimizer) && !graph.Nodes.Any(n => n.Kind.Role == Role.Loss);

    private static bool IsEnd(Role role) => role is Role.Optimizer or Role.Metric or Role.Output;
}
