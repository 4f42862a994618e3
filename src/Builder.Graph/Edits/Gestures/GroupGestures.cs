using Builder.Graph.Analysis;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Making groups and opening them again.</summary>
public static class GroupGestures
{
    /// <summary>
    /// Puts blocks of one canvas into a new group and a use of it in their place. Wires that cross the border get a port: one for each
    /// source outside, and one for each output inside that is read outside.
    /// </summary>
    public static Edit GroupBlocks(ProjectDocument document, IReadOnlyCollection<string> ids, string name) =>
        new BlockGrouping(document, ids.ToHashSet(StringComparer.Ordinal), name).ToEdit();

    /// <summary>
    /// Replaces a use of a group by what is in the group, unrolled where it repeats. The group goes where nobody else uses it.
    /// </summary>
    public static Edit Ungroup(ProjectDocument document, string use) =>
        document.Blocks.TryGetValue(use, out var block) ? new GroupUnfolding(document, block).ToEdit() : new RemoveBlock(use);

    /// <summary>Runs a group several times in a row. A block that is no group becomes one, called <paramref name="name"/>.</summary>
    public static Edit Repeat(ProjectDocument document, string block, long count, string name)
    {
        if (!document.Blocks.TryGetValue(block, out var repeated) || repeated.Kind == GroupPorts.UseKind)
        {
            return Times(block, count);
        }

        var steps = new EditSteps(document).Add(GroupBlocks(document, [block], name));
        return steps.Document.Blocks.Keys.FirstOrDefault(id => !document.Blocks.ContainsKey(id) && steps.Document.Blocks[id].Kind == GroupPorts.UseKind) is { } use
            ? steps.Add(Times(use, count)).ToEdit()
            : steps.ToEdit();
    }

    private static SetParameter Times(string use, long count) => new(use, GroupPorts.RepeatParameter, count);
}
