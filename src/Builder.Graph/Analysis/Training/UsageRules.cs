using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Warns of blocks whose results nobody uses; a warning is kept for as long as the block is the same.</summary>
internal sealed class UsageRules
{
    private static readonly MessageTemplate UnusedWords = new(
        "Unused",
        "Nothing uses what “{block}” gives, so it has no effect.",
        "“{block}”的输出没有被使用，因此不起作用。");

    private readonly Dictionary<string, (Block Block, Problem Problem)> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// Reports blocks from which no way leads to an optimizer, a metric or an output; silent while there is none of these at all, and
    /// while the loss is missing: then nothing is used yet, and one problem says why.
    /// </summary>
    public void Check(FlatGraph graph, ProblemList problems)
    {
        if (IsLossMissing(graph.Structure))
        {
            return;
        }

        foreach (var place in graph.Structure.Unused)
        {
            var block = graph.Nodes[place].Block;
            if (!_known.TryGetValue(block.Id, out var known) || !ReferenceEquals(known.Block, block))
            {
                _known[block.Id] = known = (block, Unused(block));
            }

            problems.Add(known.Problem);
        }
    }

    private static Problem Unused(Block block) => new(block.Id, UnusedWords.With(("block", BlockNames.Name(block))),
        new Fix(ProblemWords.RemoveBlock.With(), new RemoveBlock(block.Id)), Severity.Warning);

    /// <summary>Indices of the nodes of blocks from which no way leads to an end; none where there is no end at all.</summary>
    public static ImmutableArray<int> Unused(ImmutableArray<FlatNode> nodes)
    {
        var ends = nodes.Where(n => IsEnd(n.Kind.Role)).Select(n => n.Index).ToList();
        if (ends.Count == 0)
        {
            return [];
        }

        var needed = Upstream.Of(nodes, ends);
        var usedBlocks = nodes.Where(n => needed[n.Index]).Select(n => n.Block.Id).ToHashSet(StringComparer.Ordinal);
        return [.. nodes.Where(n => n.Kind.Role is not (Role.Trainer or Role.Loss) && !usedBlocks.Contains(n.Block.Id)).Select(n => n.Index)];
    }

    private static bool IsLossMissing(GraphStructure structure) => structure.OfRole(Role.Optimizer).Any() && !structure.OfRole(Role.Loss).Any();

    private static bool IsEnd(Role role) => role is Role.Optimizer or Role.Metric or Role.Output;
}
