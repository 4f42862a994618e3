using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Follows <see cref="Block.WeightsFrom"/> to the block that has weights of its own.</summary>
internal sealed class WeightOwners(ProjectDocument document, ProblemList problems)
{
    private static readonly MessageTemplate WeightsInCircle = new(
        "WeightsInCircle.through-others",
        "“{block}” uses the weights of a block that in turn uses those of “{block}”.",
        "“{block}”使用的权重又来自它自己，形成了循环。");

    private static readonly MessageTemplate WeightsOfAnotherKind = new(
        "WeightsOfAnotherKind",
        "“{block}” cannot use the weights of “{owner}”: the two are of different kinds.",
        "“{block}”不能使用“{owner}”的权重：两者类型不同。");

    private readonly Dictionary<string, Block> _owners = new(StringComparer.Ordinal);

    /// <summary>The block whose weights a block uses: itself unless it shares.</summary>
    public Block Of(Block block)
    {
        if (block.WeightsFrom is null)
        {
            return block;
        }

        if (!_owners.TryGetValue(block.Id, out var owner))
        {
            _owners[block.Id] = owner = Follow(block);
        }

        return owner;
    }

    private Block Follow(Block block)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { block.Id };
        var owner = block;
        while (owner.WeightsFrom is { } next && document.Blocks.TryGetValue(next, out var found) && found.Group == block.Group)
        {
            if (!seen.Add(next))
            {
                problems.Add(Problem(block, WeightsInCircle.With(("block", BlockNames.Name(block)))));
                return block;
            }

            owner = found;
        }

        return IsSameKind(block, owner) ? owner : Different(block, owner);
    }

    private static bool IsSameKind(Block block, Block owner) =>
        block.Kind == owner.Kind && GroupPorts.GroupOf(block) == GroupPorts.GroupOf(owner);

    private Block Different(Block block, Block owner)
    {
        problems.Add(Problem(block, WeightsOfAnotherKind.With(("block", BlockNames.Name(block)), ("owner", BlockNames.Name(owner)))));
        return block;
    }

    private static Problem Problem(Block block, Message words) =>
        new(block.Id, words, new Fix(ProblemWords.GiveItWeightsOfItsOwn.With(), new ShareWeights(block.Id, null)));
}
