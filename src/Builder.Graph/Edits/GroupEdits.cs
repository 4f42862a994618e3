using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>Edits of groups and of what stands in them.</summary>
internal static class GroupEdits
{
    private static readonly MessageTemplate Groups = new("problem-groups", "groups", "个分组");

    private static readonly MessageTemplate BlockIsTied = new(
        "BlockIsTied",
        "“{block}” cannot be moved into or out of a group while it is linked or shares weights.",
        "“{block}”有连线或共享权重时，不能移入或移出分组。");

    private static readonly MessageTemplate GroupInUse = new(
        "GroupInUse",
        "The group “{name}” is still used or not empty.",
        "分组“{name}”仍在使用或不为空。");

    /// <summary>Moves a block that nothing is tied to from one canvas to another.</summary>
    public static EditResult MoveBlock(ProjectDocument document, SetBlockGroup edit)
    {
        if (!document.Blocks.TryGetValue(edit.Block, out var block))
        {
            return EditProblems.NoBlock(edit.Block);
        }

        return IsTied(document, block) ? Tied(block) : BlockLookEdits.Change(
            document, edit.Block, b => b with { Group = edit.Group }, b => new SetBlockGroup(b.Id, b.Group));
    }

    /// <summary>Adds an empty group.</summary>
    public static EditResult Add(ProjectDocument document, AddGroup edit)
    {
        if (document.Groups.Count >= DocumentLimits.Groups)
        {
            return EditProblems.TooMany(DocumentLimits.Groups, Groups.With());
        }

        if (StructureRules.OfGroup(edit.Group) is { } broken)
        {
            return broken;
        }

        return document.Groups.ContainsKey(edit.Group.Id)
            ? EditProblems.IdTaken(edit.Group.Id)
            : EditResult.Changed(With(document, edit.Group), new RemoveGroup(edit.Group.Id, IsNamed(document, edit.Group.Id) ? true : null));
    }

    /// <summary>Removes a group that is empty and unused, or one that was named before it was there.</summary>
    public static EditResult Remove(ProjectDocument document, RemoveGroup edit)
    {
        if (!document.Groups.TryGetValue(edit.Group, out var group))
        {
            return EditProblems.NoGroup(edit.Group);
        }

        return edit.EvenIfNamed != true && IsNamed(document, group.Id) ? InUse(group) : EditResult.Changed(document with { Groups = document.Groups.Remove(group.Id) }, new AddGroup(group));
    }

    /// <summary>Renames a group.</summary>
    public static EditResult Rename(ProjectDocument document, RenameGroup edit)
    {
        if (!document.Groups.TryGetValue(edit.Group, out var group))
        {
            return EditProblems.NoGroup(edit.Group);
        }

        var renamed = group with { Name = edit.Name };
        return StructureRules.OfGroup(renamed) is { } broken ? broken : EditResult.Changed(With(document, renamed), new RenameGroup(group.Id, group.Name));
    }

    private static bool IsNamed(ProjectDocument document, string group) =>
        document.Blocks.Values.Any(b => b.Group == group || GroupPorts.GroupOf(b) == group) || document.Notes.Values.Any(n => n.Group == group);

    private static ProjectDocument With(ProjectDocument document, Group group) => document with { Groups = document.Groups.SetItem(group.Id, group) };

    private static bool IsTied(ProjectDocument document, Block block) =>
        block.WeightsFrom is not null
        || document.Blocks.Values.Any(b => b.WeightsFrom == block.Id)
        || LinkChanges.Touching(document, block).Any();

    private static Problem Tied(Block block) => new(block.Id, BlockIsTied.With(("block", BlockNames.Name(block))));

    private static Problem InUse(Group group) => new(null, GroupInUse.With(("name", BlockNames.Short(group.Name))));
}
