using System.Globalization;
using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Web.History;

/// <summary>Says in a few words what an edit did, as a person would.</summary>
public static class EditWords
{
    private const int LongestName = 40;

    /// <summary>The words for an entry of the log.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="before">The document before it.</param>
    /// <param name="after">The document after it.</param>
    public static Localized Of(HistoryEntry entry, ProjectDocument before, ProjectDocument after)
    {
        ArgumentNullException.ThrowIfNull(entry);
        switch (entry.Step)
        {
            case HistoryStep.Undo:
                var undone = Of(entry.Inverse, after);
                return new($"Undone: {Lower(undone.En)}", $"撤销：{undone.Zh}");
            case HistoryStep.Redo:
                var again = Of(entry.Edit, before);
                return new($"Redone: {Lower(again.En)}", $"重做：{again.Zh}");
            default:
                return Of(entry.Edit, before);
        }
    }

    /// <summary>The words for an edit of a document.</summary>
    public static Localized Of(Edit edit, ProjectDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return edit switch
        {
            AddBlock add => Name(add.Block).Do("Added {0}", "添加了{0}"),
            InsertBefore insert => Title(insert.Kind).Do("Inserted {0} into a link", "在连线上插入了{0}"),
            RemoveBlock remove => Name(document, remove.Block).Do("Removed {0}", "删除了{0}"),
            Connect connect => Pair(document, connect.Link, "Connected {0} to {1}", "将{0}连接到{1}"),
            Disconnect cut => Name(document, cut.To.Block).Do("Disconnected an input of {0}", "断开了{0}的一个输入"),
            SetParameter set => Parameter(document, set),
            MoveBlocks { Positions.Count: 1 } move => Name(document, move.Positions.Keys.First()).Do("Moved {0}", "移动了{0}"),
            MoveBlocks move => new($"Moved {move.Positions.Count} blocks", $"移动了 {move.Positions.Count} 个模块"),
            SetLabel { Label: null } label => Name(document, label.Block).Do("Gave {0} its own name again", "恢复了{0}的默认名称"),
            SetLabel label => Name(document, label.Block).Do($"Renamed {{0}} to {Quoted(label.Label!)}", $"将{{0}}重命名为{QuotedZh(label.Label!)}"),
            SetBlockNote note => Name(document, note.Block).Do("Changed the note of {0}", "修改了{0}的备注"),
            SetMuted { Muted: true } mute => Name(document, mute.Block).Do("Muted {0}", "停用了{0}"),
            SetMuted mute => Name(document, mute.Block).Do("Switched {0} on again", "重新启用了{0}"),
            ShareWeights { From: null } own => Name(document, own.Block).Do("Gave {0} weights of its own", "{0}改用自己的权重"),
            ShareWeights share => Name(document, share.Block).Do("Let {0} share weights", "{0}改为共享权重"),
            ChangeKind change => Name(document, change.Block).Do($"Turned {{0}} into {Title(change.Kind).En}", $"将{{0}}改为{Title(change.Kind).Zh}"),
            SetBlockGroup move => Name(document, move.Block).Do("Moved {0} to another group", "将{0}移到了另一个分组"),
            Batch batch => BatchWords.Of(batch, document),
            _ => OfProject(edit, document),
        };
    }

    /// <summary>What a block is called, in quotes.</summary>
    internal static Localized Name(Block block) => block.Label is { Length: > 0 } label
        ? new(Quoted(label), QuotedZh(label))
        : Title(block.Kind);

    /// <summary>What a block is called; an id that is not there any more is a block.</summary>
    internal static Localized Name(ProjectDocument document, string id) =>
        document.Blocks.GetValueOrDefault(id) is { } block ? Name(block) : new("a block", "一个模块");

    private static Localized OfProject(Edit edit, ProjectDocument document) => edit switch
    {
        AddGroup group => new($"Made the group {Quoted(group.Group.Name)}", $"新建了分组{QuotedZh(group.Group.Name)}"),
        RemoveGroup group => new($"Took the group {Quoted(GroupName(document, group.Group))} away", $"取消了分组{QuotedZh(GroupName(document, group.Group))}"),
        RenameGroup group => new($"Renamed a group to {Quoted(group.Name)}", $"将分组重命名为{QuotedZh(group.Name)}"),
        SetNote { Note: null } => new("Removed a note", "删除了一张便签"),
        SetNote note when !document.Notes.ContainsKey(note.Id) => new("Wrote a note", "写了一张便签"),
        SetNote => new("Changed a note", "修改了一张便签"),
        SetDataSet { DataSet: null } data => new($"Removed the data {Quoted(data.Id)}", $"删除了数据{QuotedZh(data.Id)}"),
        SetDataSet data when !document.Data.ContainsKey(data.Id) => new($"Attached the data {Quoted(data.Id)}", $"添加了数据{QuotedZh(data.Id)}"),
        SetDataSet data => new($"Changed how the data {Quoted(data.Id)} are used", $"修改了数据{QuotedZh(data.Id)}的用法"),
        ChangeRows rows => RowWords.Of(rows),
        RenameProject name => new($"Renamed the project to {Quoted(name.Name)}", $"将项目重命名为{QuotedZh(name.Name)}"),
        DescribeProject => new("Changed the description", "修改了项目说明"),
        _ => new("Changed the project", "修改了项目"),
    };

    private static Localized Parameter(ProjectDocument document, SetParameter set)
    {
        var kind = document.Blocks.GetValueOrDefault(set.Block) is { } block ? BlockCatalog.Find(block.Kind) : null;
        var parameter = kind?.FindParameter(set.Name);
        var title = parameter?.Title ?? Localized.Same(set.Name);
        var name = Name(document, set.Block);
        if (set.Value is null)
        {
            return new($"Set {title.En} of {name.En} back to its default", $"将{name.Zh}的{title.Zh}恢复为默认值");
        }

        var choice = set.Value is ParameterValue.Text text ? Choice(parameter, text.Value) : null;
        var value = choice ?? Value(set.Value);
        return new($"Set {title.En} of {name.En} to {value.En}", $"将{name.Zh}的{title.Zh}设为 {value.Zh}");
    }

    private static Localized? Choice(Parameter? parameter, string value) =>
        parameter is { Choices.IsDefaultOrEmpty: false } ? parameter.Choices.FirstOrDefault(c => c.Value == value)?.Title : null;

    private static Localized Value(ParameterValue value) => value switch
    {
        ParameterValue.Integer whole => Localized.Same(whole.Value.ToString(CultureInfo.InvariantCulture)),
        ParameterValue.Number number => Localized.Same(number.Value.ToString("G6", CultureInfo.InvariantCulture)),
        ParameterValue.Flag flag => flag.Value ? new("on", "开") : new("off", "关"),
        ParameterValue.Text text => new(Quoted(text.Value), QuotedZh(text.Value)),
        ParameterValue.List { Items.Length: <= 4 } list => new(
            string.Join(", ", list.Items.Select(i => Value(i).En)), string.Join("、", list.Items.Select(i => Value(i).Zh))),
        ParameterValue.List list => new($"{list.Items.Length} values", $"{list.Items.Length} 个值"),
        _ => new("a value", "一个值"),
    };

    private static Localized Pair(ProjectDocument document, Link link, string en, string zh)
    {
        var (from, to) = (Name(document, link.From.Block), Name(document, link.To.Block));
        return new(string.Format(CultureInfo.InvariantCulture, en, from.En, to.En), string.Format(CultureInfo.InvariantCulture, zh, from.Zh, to.Zh));
    }

    private static Localized Title(string kind) => BlockCatalog.Find(kind)?.Title is { } title ? new(title.En, $"“{title.Zh}”") : new("a block", "一个模块");

    private static string GroupName(ProjectDocument document, string id) => document.Groups.GetValueOrDefault(id)?.Name ?? "";

    private static string Quoted(string text) => $"“{Short(text)}”";

    private static string QuotedZh(string text) => $"“{Short(text)}”";

    private static string Short(string text) => text.Length <= LongestName ? text : text[..LongestName] + "…";

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static Localized Do(this Localized name, string en, string zh) => new(
        en.Replace("{0}", name.En, StringComparison.Ordinal), zh.Replace("{0}", name.Zh, StringComparison.Ordinal));
}
