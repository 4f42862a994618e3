using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>What is said of blocks that feed each other in a circle.</summary>
internal static class CycleProblem
{
    private static readonly MessageTemplate RemoveLinkThatClosesCircle = new(
        "fix-remove-link-that-closes-circle",
        "Remove the link that closes the circle",
        "删除形成环的连线");

    private static readonly MessageTemplate LinkedToItself = new(
        "Cycle.itself",
        "{names:“”}{more} is linked to itself, so it could never be computed.",
        "{names:“”}{more}连接到了自己，因此无法计算。");

    private static readonly MessageTemplate Circle = new(
        "Cycle",
        "{names:“”}{more} feed each other in a circle, so none of them can be computed first.",
        "{names:“”}{more}首尾相连形成了环，无法确定先计算哪一个。");

    /// <summary>The problem, with a fix that removes the links which close the circle.</summary>
    public static Problem Of(IReadOnlyList<Block> blocks, IEnumerable<LinkKey> closing)
    {
        var (names, more) = BlockNames.Names(blocks);
        var edits = closing.Distinct().Order().Select(l => (Edit)new Disconnect(l.To, l.Slot)).ToList();
        var fix = new Fix(
            RemoveLinkThatClosesCircle.With(), edits.Count == 1 ? edits[0] : new Batch([.. edits]));
        return new(blocks[0].Id, (blocks.Count == 1 ? LinkedToItself : Circle).With(("names", names), ("more", more)), fix);
    }
}
