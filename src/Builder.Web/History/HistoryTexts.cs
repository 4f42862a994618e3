using System.Globalization;
using Builder.Graph;

namespace Builder.Web.History;

/// <summary>What the history page says.</summary>
internal static class HistoryTexts
{
    public static Localized Title { get; } = new("History", "历史");

    public static Localized Lead { get; } = new(
        "Every change is kept. Look at any moment, give it a name, or go back to it – going back can be undone too.",
        "每一处修改都会保留。您可以查看任一版本、为它命名，或恢复到那个版本；恢复也可以撤销。");

    public static Localized Named { get; } = new("Named versions", "已命名的版本");

    public static Localized Changes { get; } = new("All changes", "全部修改");

    public static Localized Beginning { get; } = new("The project began", "项目创建");

    public static Localized Now { get; } = new("Now", "当前");

    public static Localized Older { get; } = new("Show older changes", "显示更早的修改");

    public static Localized Loading { get; } = new("Reading the history…", "正在读取历史……");

    public static Localized Pick { get; } = new("Choose a moment to see what was different then.", "选择一个版本，查看它与现在有什么不同。");

    public static Localized NothingYet { get; } = new("Nothing has been changed yet", "还没有任何修改");

    public static Localized NothingYetLead { get; } = new(
        "As soon as you draw or set something, it appears here with its time.", "您的每一步搭建和设置都会连同时间显示在这里。");

    public static Localized ToModel { get; } = new("Open the model", "打开模型");

    public static Localized Same { get; } = new("This is what the project looks like now.", "这就是项目现在的样子。");

    public static Localized GoingBack { get; } = new("If you restore this version", "恢复到这个版本之后");

    public static Localized Shown { get; } = new("What the drawing marks", "图中标出的内容");

    public static Localized ThisChange { get; } = new("What this change did", "这次修改做了什么");

    public static Localized Restore { get; } = new("Restore this version", "恢复到这个版本");

    public static Localized Undo { get; } = new("Undo", "撤销");

    public static Localized NameLabel { get; } = new("Name of this version", "版本名称");

    public static Localized NameHint { get; } = new("for example “Before the wider layer”", "例如“加宽之前”");

    public static Localized SaveName { get; } = new("Save name", "保存名称");

    public static Localized RemoveName { get; } = new("Remove name", "删除名称");

    public static Localized DataChange { get; } = new("The data are used differently", "数据的用法会改变");

    public static Localized WentBack(long revision) => revision == 0
        ? new("Restored the beginning of the project", "恢复到项目创建时的样子") : new($"Restored change {revision}", $"恢复到第 {revision} 次修改");

    public static Localized BroughtBack(long run) => new($"Restored the model of run {run}", $"恢复成训练 {run} 的模型");

    public static Localized IsBack(long revision) => new($"The project is back at change {revision}.", $"项目已恢复到第 {revision} 次修改。");

    public static Localized ChangeNumber(long revision) => new($"Change {revision}", $"第 {revision} 次修改");

    public static Localized Blocks(int count) => new(count == 1 ? "1 block" : $"{count} blocks", $"{count} 个模块");

    public static Localized Returning(int count) => new(count == 1 ? "1 block comes back" : $"{count} blocks come back", $"恢复 {count} 个模块");

    public static Localized Going(int count) => new(count == 1 ? "1 block goes" : $"{count} blocks go", $"移除 {count} 个模块");

    public static Localized Changing(int count) => new(count == 1 ? "1 block is set differently" : $"{count} blocks are set differently", $"{count} 个模块的设置会改变");

    public static Localized Links(int count) => new(count == 1 ? "1 link changes" : $"{count} links change", $"{count} 条连线会改变");

    public static Localized Times(int count) => Localized.Same($"×{count}");

    /// <summary>A day as people say it.</summary>
    public static Localized Day(DateTime day, DateTime today) => (today.Date - day.Date).Days switch
    {
        0 => new("Today", "今天"),
        1 => new("Yesterday", "昨天"),
        _ => new(day.ToString(day.Year == today.Year ? "MMMM d" : "MMMM d, yyyy", CultureInfo.InvariantCulture),
            day.Year == today.Year ? $"{day.Month}月{day.Day}日" : $"{day.Year}年{day.Month}月{day.Day}日"),
    };
}
