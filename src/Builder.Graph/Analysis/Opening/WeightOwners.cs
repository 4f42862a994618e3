using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Follows <see cref="Block.WeightsFrom"/> to the block that has weights of its own.</summary>
internal sealed class WeightOwners(ProjectDocument document, ProblemList problems)
{
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
                problems.Add(Problem("WeightsInCircle", block, new(
                    $"“{BlockNames.Name(block).En}” uses the weights of a block that in turn uses those of “{BlockNames.Name(block).En}”.",
                    $"“{BlockNames.Name(block).Zh}”使用的权重又来自它自己，形成了循环。")));
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
        problems.Add(Problem("WeightsOfAnotherKind", block, new(
            $"“{BlockNames.Name(block).En}” cannot use the weights of “{BlockNames.Name(owner).En}”: the two are of different kinds.",
            $"“{BlockNames.Name(block).Zh}”不能使用“{BlockNames.Name(owner).Zh}”的权重：两者类型不同。")));
        return block;
    }

    private static Problem Problem(string code, Block block, Localized words) =>
        new(code, block.Id, words, new Fix(new("Give it weights of its own", "改用自己的权重"), new ShareWeights(block.Id, null)));
}
