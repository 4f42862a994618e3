using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Graph.Differences;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Editing;
using Builder.Web.Drawings.Blocks;

namespace Builder.Web.Drawings;

/// <summary>A difference in words.</summary>
/// <param name="Mark">What kind of difference it is.</param>
/// <param name="Words">What is different.</param>
public sealed record DifferenceLine(ChangeMark Mark, Localized Words);

/// <summary>Says what is different between two documents, each block in a line of its own.</summary>
/// <param name="before">The first.</param>
/// <param name="after">The second.</param>
public sealed class DifferenceWords(ProjectDocument before, ProjectDocument after)
{
    /// <summary>The lines: what came, what went, what is set differently, links, notes, groups, data; last what only stands elsewhere.</summary>
    /// <param name="found">The differences between the two documents.</param>
    public IReadOnlyList<DifferenceLine> Lines(DocumentDifferences found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var moved = found.Blocks.Values.Count(b => b.Mark == ChangeMark.Moved) + found.Notes.Values.Count(n => n.Mark == ChangeMark.Moved);
        return
        [
            .. found.Blocks.Values.Where(b => b.Mark == ChangeMark.Added).Select(b => Added(NameIn(after, b.Block))),
            .. found.Blocks.Values.Where(b => b.Mark == ChangeMark.Removed).Select(b => Removed(NameIn(before, b.Block))),
            .. found.Blocks.Values.Where(b => b.Mark == ChangeMark.Changed).Select(Changed),
            .. found.AddedLinks.OrderBy(l => l.Key).Select(l => new DifferenceLine(ChangeMark.Added, Link(after, l))),
            .. found.RemovedLinks.OrderBy(l => l.Key).Select(l => new DifferenceLine(ChangeMark.Removed, Link(before, l))),
            .. found.Notes.Values.Where(n => n.Mark != ChangeMark.Moved).Select(n => new DifferenceLine(n.Mark, Note((n.After ?? n.Before)!))),
            .. found.Groups.Values.Select(Group),
            .. found.Data.Select(Data),
            .. found.HasOtherName ? [Of(new($"The project is called “{after.Name}” instead of “{before.Name}”", $"项目名称由“{before.Name}”改为“{after.Name}”"))] : Array.Empty<DifferenceLine>(),
            .. found.HasOtherDescription ? [Of(new("The description of the project", "项目说明"))] : Array.Empty<DifferenceLine>(),
            .. moved > 0 ? [new(ChangeMark.Moved, new(moved == 1 ? "1 thing stands elsewhere" : $"{moved} things stand elsewhere", $"{moved} 处内容换了位置"))] : Array.Empty<DifferenceLine>(),
        ];
    }

    private DifferenceLine Changed(BlockDifference found)
    {
        var parts = Parts(found).ToList();
        var name = NameIn(after, found.After!);
        return Of(new($"{name.En}: {string.Join("; ", parts.Select(p => p.En))}", $"{name.Zh}：{string.Join("；", parts.Select(p => p.Zh))}"));
    }

    private IEnumerable<Localized> Parts(BlockDifference found)
    {
        var (was, now) = (found.Before!, found.After!);
        if (found.Aspects.HasFlag(BlockAspects.Kind))
        {
            var (old, fresh) = (Kind(was.Kind), Kind(now.Kind));
            yield return new($"was {old.En}, is {fresh.En}", $"由{old.Zh}改为{fresh.Zh}");
        }

        foreach (var setting in found.Settings)
        {
            yield return Setting(now, setting);
        }

        if (found.Aspects.HasFlag(BlockAspects.Label))
        {
            var old = NameIn(before, was);
            yield return new($"was called “{old.En}”", $"原名“{old.Zh}”");
        }

        if (found.Aspects.HasFlag(BlockAspects.Muted))
        {
            yield return now.Muted ? new("muted", "已停用") : new("no longer muted", "不再停用");
        }

        if (found.Aspects.HasFlag(BlockAspects.Weights))
        {
            yield return now.WeightsFrom is { } from && after.Blocks.TryGetValue(from, out var owner)
                ? DrawingTexts.Shares(NameIn(after, owner))
                : new("has weights of its own", "使用自己的权重");
        }

        if (found.Aspects.HasFlag(BlockAspects.Note))
        {
            yield return new("another remark", "备注不同");
        }

        if (found.Aspects.HasFlag(BlockAspects.Group))
        {
            yield return new("stands on another canvas", "移到了另一个画布");
        }

        if (found.Aspects.HasFlag(BlockAspects.Ports))
        {
            yield return new("other inputs or outputs", "输入或输出不同");
        }
    }

    private static Localized Setting(Block block, SettingDifference setting)
    {
        if (BlockCatalog.Find(block.Kind)?.FindParameter(setting.Name) is not { } parameter)
        {
            return Localized.Same(setting.Name);
        }

        var (old, fresh) = (BlockFace.Value(parameter, setting.Before), BlockFace.Value(parameter, setting.After));
        return new($"{parameter.Title.En} {old.En} → {fresh.En}", $"{parameter.Title.Zh} {old.Zh} → {fresh.Zh}");
    }

    private static DifferenceLine Group(GroupDifference found) => (found.Before, found.After) switch
    {
        (null, { } group) => new(ChangeMark.Added, new($"The group “{group.Name}”", $"分组“{group.Name}”")),
        ({ } group, null) => new(ChangeMark.Removed, new($"The group “{group.Name}”", $"分组“{group.Name}”")),
        ({ } old, { } fresh) => Of(new($"The group “{old.Name}” is called “{fresh.Name}”", $"分组“{old.Name}”改名为“{fresh.Name}”")),
        _ => throw new InvalidOperationException("A difference has at least one side."),
    };

    private DifferenceLine Data(string id) => new(
        !before.Data.ContainsKey(id) ? ChangeMark.Added : !after.Data.ContainsKey(id) ? ChangeMark.Removed : ChangeMark.Changed,
        new($"The data “{id}” and how they are used", $"数据“{id}”及其用法"));

    private static Localized Link(ProjectDocument document, Link link)
    {
        var (from, to) = (End(document, link.From), End(document, link.To));
        return new($"The link from {from.En} to {to.En}", $"从{from.Zh}到{to.Zh}的连线");
    }

    private static Localized End(ProjectDocument document, PortRef end) =>
        document.Blocks.TryGetValue(end.Block, out var block) ? NameIn(document, block) : Localized.Same(end.Block);

    private static Localized Note(Note note) => FirstLine(note.Text) is { Length: > 0 } first
        ? new($"The note “{first}”", $"便签“{FirstLine(note.Zh ?? note.Text)}”")
        : new("An empty note", "一张空白便签");

    private static string FirstLine(string text) => BlockWords.Short(text.Split('\n')[0].Trim());

    private static Localized Kind(string kind) => BlockCatalog.Find(kind)?.Title ?? Localized.Same(kind);

    private static Localized NameIn(ProjectDocument document, Block block) => BlockFace.Title(block, document);

    private static DifferenceLine Added(Localized name) => new(ChangeMark.Added, name);

    private static DifferenceLine Removed(Localized name) => new(ChangeMark.Removed, name);

    private static DifferenceLine Of(Localized words) => new(ChangeMark.Changed, words);
}
