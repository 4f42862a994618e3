using Builder.Graph;

namespace Builder.Web.Data.Parts;

/// <summary>Words of the table of columns.</summary>
internal static class ColumnTexts
{
    public static Localized Search { get; } = new("Find a column", "查找列");
    public static Localized Order { get; } = new("Order", "排序");
    public static Localized Only { get; } = new("Which columns", "显示哪些列");
    public static Localized Nothing { get; } = new("No column fits.", "没有符合条件的列。");
    public static Localized ShowAll { get; } = new("Show all", "显示全部");
    public static Localized LeaveOut { get; } = new("Leave out", "设为不使用");
    public static Localized UseThem { get; } = new("Use as input", "设为输入");
    public static Localized ChooseNone { get; } = new("Choose none", "取消选择");
    public static Localized Before { get; } = new("Previous columns", "上一页");
    public static Localized Next { get; } = new("Next columns", "下一页");

    public static Localized Choose(string column) => new($"Choose {column}", $"选择 {column}");

    public static Localized ChooseShown(int count) => new(
        count == 1 ? "Choose the one column shown" : $"Choose all {count:N0} columns shown", $"选择显示的全部 {count:N0} 列");

    public static Localized Chosen(int count) => new(count == 1 ? "1 column chosen" : $"{count:N0} columns chosen", $"已选 {count:N0} 列");

    public static Localized Shown(int first, int last, int all) => new($"{first:N0}–{last:N0} of {all:N0} columns", $"第 {first:N0}–{last:N0} 列，共 {all:N0} 列");

    public static Localized Of(ColumnOrder order) => order switch
    {
        ColumnOrder.Name => new("By name", "按名称"),
        ColumnOrder.Gaps => new("Most gaps first", "缺失最多的在前"),
        ColumnOrder.Distinct => new("Most different values first", "不同值最多的在前"),
        ColumnOrder.Remarkable => new("What stands out first", "值得注意的在前"),
        _ => new("As in the file", "文件中的顺序"),
    };

    public static Localized Of(ColumnFilter filter) => filter switch
    {
        ColumnFilter.Used => new("In use", "使用中"),
        ColumnFilter.LeftOut => new("Left out", "不使用"),
        ColumnFilter.Gaps => new("With gaps", "有缺失值"),
        ColumnFilter.Constant => new("Almost constant", "几乎不变"),
        ColumnFilter.Skewed => new("Skewed", "分布偏斜"),
        _ => new("All columns", "全部列"),
    };

    public static Localized Of(ColumnTrait trait) => trait switch
    {
        ColumnTrait.Constant => new("always the same", "始终相同"),
        ColumnTrait.AlmostConstant => new("almost constant", "几乎不变"),
        _ => new("skewed", "分布偏斜"),
    };

    public static Localized Why(ColumnTrait trait) => trait switch
    {
        ColumnTrait.Constant => new("All values are the same: there is nothing to learn from it.", "所有值都相同，学不到什么。"),
        ColumnTrait.AlmostConstant => new("At least 99 of 100 values are the same: little can be learned from it.", "至少 99% 的值相同，能学到的很少。"),
        _ => new("Most values lie close together and a few far away: those few weigh a lot.", "多数值集中，少数值相距很远：这些少数值的影响会很大。"),
    };
}
