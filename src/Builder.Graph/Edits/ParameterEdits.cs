using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits;

/// <summary>Edits of parameters and of where weights come from.</summary>
internal static class ParameterEdits
{
    /// <summary>Sets a parameter, or lets it go back to its default. A use that is given another group loses the links whose ports are gone.</summary>
    public static EditResult Set(ProjectDocument document, SetParameter edit)
    {
        if (!document.Blocks.TryGetValue(edit.Block, out var block))
        {
            return EditProblems.NoBlock(edit.Block);
        }

        var before = block.Parameters.GetValueOrDefault(edit.Name);
        if (!(edit.Value is null && before is not null) && StructureRules.OfParameter(block, edit.Name, edit.Value) is { } broken)
        {
            return broken;
        }

        var changed = block with
        {
            Parameters = edit.Value is null ? block.Parameters.Remove(edit.Name) : block.Parameters.SetItem(edit.Name, edit.Value),
        };
        var links = GroupPorts.GroupOf(block) == GroupPorts.GroupOf(changed) ? [] : LinkChanges.Touching(document, block).ToList();
        var (next, dropped) = LinkChanges.DropBroken(BlockEdits.With(document, changed), links);
        return EditResult.Changed(next, [new SetParameter(block.Id, edit.Name, before), .. dropped.Select(l => new Connect(l))]);
    }

    /// <summary>Lets a block use another one's weights.</summary>
    public static EditResult Share(ProjectDocument document, ShareWeights edit) => BlockLookEdits.Change(
        document, edit.Block, b => b with { WeightsFrom = edit.From }, b => new ShareWeights(b.Id, b.WeightsFrom));
}
