using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks that a block that uses the weights of another computes just as that one does, on inputs of the same sizes.</summary>
internal sealed class WeightSharing(ProjectDocument document, FlatGraph graph, ProblemList problems)
{
    private static readonly MessageTemplate WeightsDoNotFit = new(
        "WeightsDoNotFit.shared",
        "“{block}” cannot use the weights of “{owner}”: {difference}",
        "“{block}”不能使用“{owner}”的权重：{difference}");

    private static readonly MessageTemplate SetDifferently = new(
        "problem-set-differently",
        "the two are set differently (“{parameter}”). Set both alike, or let each learn weights of its own.",
        "两者的“{parameter}”设置不同。请改为相同的设置，或让它们各自学习权重。");

    private static readonly MessageTemplate OtherSizes = new(
        "problem-weights-of-other-sizes",
        "for what it gets it would need weights of the sizes {mine}, but those are {theirs}. Let both get inputs of the same sizes, or let each learn weights of its own.",
        "按它收到的输入，需要形状为 {mine} 的权重，而对方的是 {theirs}。请让两者的输入形状相同，或让它们各自学习权重。");

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Checks all nodes that use another one's weights.</summary>
    public void Check()
    {
        foreach (var node in graph.Structure.Sharing.Select(i => graph.Nodes[i]))
        {
            if (node.Outputs.Length > 0 && graph.Structure.PlaceOf(node.WeightsPath) is { } place && graph.Nodes[place] is var owner
                && owner.Path == owner.WeightsPath && owner.Outputs.Length > 0)
            {
                Check(node, owner);
            }
        }
    }

    private void Check(FlatNode node, FlatNode owner)
    {
        var sharer = SharerOf(node);
        if (Difference(node, owner) is not { } difference || !_told.Add(sharer.Id))
        {
            return;
        }

        problems.Add(new(
            sharer.Id,
            WeightsDoNotFit.With(("block", BlockNames.Name(node.Block)), ("owner", BlockNames.Name(owner.Block)), ("difference", difference)),
            sharer.WeightsFrom is null ? null : new Fix(ProblemWords.GiveItWeightsOfItsOwn.With(), new ShareWeights(sharer.Id, null))));
    }

    private static Message? Difference(FlatNode node, FlatNode owner)
    {
        foreach (var parameter in node.Kind.Parameters)
        {
            if (!Equals(node.Instance!.Value(parameter.Name), owner.Instance!.Value(parameter.Name)))
            {
                return SetDifferently.With(("parameter", node.Kind.TitleOf(parameter)));
            }
        }

        var (mine, theirs) = (Sizes(node), Sizes(owner));
        return mine == theirs ? null : OtherSizes.With(("mine", mine), ("theirs", theirs));
    }

    private static string Sizes(FlatNode node) => string.Join(", ", node.Weights.Select(w => $"[{string.Join(", ", w.Shape)}]"));

    // Whole groups share too: then the block that stands for the group is the one to change.
    private Block SharerOf(FlatNode node) => node.Block.WeightsFrom is not null
        ? node.Block
        : node.Path.Split('/').SkipLast(1).Select(step => document.Blocks.GetValueOrDefault(step.Split('.')[0]))
            .FirstOrDefault(block => block?.WeightsFrom is not null) ?? node.Block;
}
