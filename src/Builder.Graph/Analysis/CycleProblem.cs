using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>What is said of blocks that feed each other in a circle.</summary>
internal static class CycleProblem
{
    /// <summary>The problem, with a fix that removes the links which close the circle.</summary>
    public static Problem Of(IReadOnlyList<Block> blocks, IEnumerable<LinkKey> closing)
    {
        var names = BlockNames.Names(blocks);
        var edits = closing.Distinct().Order().Select(l => (Edit)new Disconnect(l.To, l.Slot)).ToList();
        var fix = new Fix(
            new("Remove the link that closes the circle", "移除形成环的连线"), edits.Count == 1 ? edits[0] : new Batch([.. edits]));
        return new("Cycle", blocks[0].Id, blocks.Count == 1
            ? new($"{names.En} is linked to itself, so it could never be computed.", $"{names.Zh}连接到了自己，因此无法计算。")
            : new($"{names.En} feed each other in a circle, so none of them can be computed first.", $"{names.Zh}首尾相连形成了环，无法确定先计算哪一个。"), fix);
    }
}
