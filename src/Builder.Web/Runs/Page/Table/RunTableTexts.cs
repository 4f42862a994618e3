using Builder.Graph;

namespace Builder.Web.Runs.Page.Table;

/// <summary>What the table of runs says.</summary>
internal static class RunTableTexts
{
    public static Localized Title { get; } = new("All runs as a table", "训练记录表");

    public static Localized Open { get; } = new("Table", "表格");

    public static Localized OpenHelp { get; } = new("Sort, filter, group and compare all runs", "对全部训练记录排序、筛选、分组和对比");

    public static Localized Close { get; } = new("Close the table", "关闭表格");

    public static Localized Name { get; } = new("Run", "训练");

    public static Localized State { get; } = new("State", "状态");

    public static Localized Asked { get; } = new("Started", "开始时间");

    public static Localized Duration { get; } = new("Seconds", "用时（秒）");

    public static Localized LearningRate { get; } = new("Learning rate", "学习率");

    public static Localized Optimizer { get; } = new("Optimizer", "优化器");

    public static Localized Layers { get; } = new("Layers", "层数");

    public static Localized Blocks { get; } = new("Blocks", "模块数");

    public static Localized Data { get; } = new("Data", "数据");

    public static Localized CompareHead { get; } = new("Compare", "对比");

    public static Localized CompareNone { get; } = new("Compare none", "取消对比");

    public static Localized CompareShown { get; } = new("Compare curves of all shown", "对比所示曲线");

    public static Localized Compared(int runs) => new($"{runs} compared", $"正在对比 {runs} 个");

    public static Localized Nothing { get; } = new("No run fits the filters.", "没有符合筛选条件的训练记录。");

    public static Localized Compare(string name) => new($"Compare {name}", $"对比 {name}");
}
