using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// Finds uses of groups that cannot be opened out: a group that contains itself, one nested too deeply, or one that would grow beyond
/// all bounds. Works on the definitions, so that repetitions of repetitions cost nothing.
/// </summary>
internal sealed class GroupSizes(DocumentIndex index, ProblemList problems)
{
    private static readonly MessageTemplate GroupContainsItself = new(
        "GroupContainsItself",
        "“{use}” uses the group “{group}” inside that same group, which would never end.",
        "“{use}”在分组“{group}”内部又使用了该分组，这会无限循环。");

    private static readonly MessageTemplate GroupTooDeep = new(
        "GroupTooDeep",
        "“{use}”: groups stand within groups more than {groupDepth} times. Bring some of them one level up.",
        "“{use}”：分组嵌套超过 {groupDepth} 层。请把其中一些移到上一层。");

    private static readonly MessageTemplate ModelTooLarge = new(
        "ModelTooLarge.group",
        "“{use}” makes the model larger than {openedBlocks} layers. Repeat it fewer times.",
        "“{use}”使模型超过 {openedBlocks} 层。请减少重复次数。");

    private readonly Dictionary<string, (long Size, int Height)> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

    /// <summary>Ids of the uses that must stay closed.</summary>
    public IReadOnlySet<string> Closed => _closed;

    /// <summary>Visits all groups, whether used or not.</summary>
    public void Check()
    {
        foreach (var group in index.Document.Groups.Keys)
        {
            Measure(group);
        }

        Sum(null);
    }

    private (long Size, int Height) Measure(string group)
    {
        if (_known.TryGetValue(group, out var known))
        {
            return known;
        }

        _open.Add(group);
        var measured = Sum(group);
        _open.Remove(group);
        return _known[group] = measured;
    }

    private (long Size, int Height) Sum(string? group)
    {
        var (size, height) = (0L, 0);
        foreach (var block in index.BlocksOf(group))
        {
            var (inner, levels) = block.Kind == GroupPorts.UseKind ? MeasureUse(block, size) : (1, 0);
            (size, height) = (size + inner, Math.Max(height, levels));
        }

        return (size, height);
    }

    private (long Size, int Height) MeasureUse(Block use, long sizeBefore)
    {
        if (use.Muted || !index.IsSound(use) || GroupPorts.GroupOf(use) is not { } group)
        {
            return (0, 0);
        }

        if (_open.Contains(group))
        {
            return Close(use, GroupContainsItself.With(("use", BlockNames.Name(use)), ("group", GroupName(group))));
        }

        var (size, height) = Measure(group);
        if (height + 1 > DocumentLimits.GroupDepth)
        {
            return Close(use, GroupTooDeep.With(("use", BlockNames.Name(use)), ("groupDepth", DocumentLimits.GroupDepth)));
        }

        var opened = (size + 1) * Math.Min(GroupPorts.RepeatOf(use), DocumentLimits.OpenedBlocks + 1L);
        return sizeBefore + opened <= DocumentLimits.OpenedBlocks ? (opened, height + 1) : Close(
            use,
            ModelTooLarge.With(("use", BlockNames.Name(use)), ("openedBlocks", DocumentLimits.OpenedBlocks)));
    }

    private (long, int) Close(Block use, Message words)
    {
        if (_closed.Add(use.Id))
        {
            problems.Add(new(use.Id, words, new Fix(ProblemWords.RemoveBlock.With(), new RemoveBlock(use.Id))));
        }

        return (0, 0);
    }

    private string GroupName(string group) => BlockNames.Short(index.Document.Groups[group].Name);
}
