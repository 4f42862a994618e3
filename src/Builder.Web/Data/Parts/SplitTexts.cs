using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals;

namespace Builder.Web.Data.Parts;

/// <summary>What the panel about held-back rows says.</summary>
internal static class SplitTexts
{
    public static Localized Why { get; } = new(
        "A model is only as good as on rows it has never seen, so some are kept from it.",
        "只有在从未见过的数据上表现好才算好，所以要留出一部分不给模型看。");

    public static Localized Learn { get; } = new("to learn from", "用于学习");

    public static Localized Watch { get; } = new("to watch while learning", "训练中监测");

    public static Localized Final { get; } = new("for the final test", "最终测试");

    public static Localized How { get; } = new("How they are chosen", "选取方式");

    public static Localized FileOrder { get; } = new("The order of the file", "文件中的顺序");

    public static Localized TestShare { get; } = new("Share for the final test", "最终测试的比例");

    public static Localized WatchShare { get; } = new("Share to watch while learning", "训练中监测的比例");

    public static Localized Shares(double train, double validation, double test) => new(
        $"{DataWords.Percent(train)} to learn from, {DataWords.Percent(validation)} to watch while learning, {DataWords.Percent(test)} for the final test",
        $"{DataWords.Percent(train)} 用于学习，{DataWords.Percent(validation)} 训练中监测，{DataWords.Percent(test)} 最终测试");

    public static Localized ByColumn(SplitWay way) => way switch
    {
        SplitWay.Group => new("Rows with the same … stay together", "按哪一列分组（同组的行不拆开）"),
        SplitWay.Given => new("Column that says train, validation or test", "写明 train、validation 或 test 的列"),
        _ => new("Column of the time", "时间列"),
    };

    public static Localized Of(SplitWay way, Split current) => way switch
    {
        SplitWay.Suitable => current switch
        {
            StratifiedSplit => new("As suits: each class evenly", "自动：各类别按比例"),
            GroupSplit group => new($"As suits: the same “{group.By}” stays together", $"自动：相同“{group.By}”放在同一部分"),
            TimeSplit => new("As suits: the latest rows", "自动：最新的数据"),
            GivenSplit => new("As suits: the folders say which", "自动：按文件夹划分"),
            _ => new("As suits the task", "自动选择"),
        },
        SplitWay.Even => new("Each class evenly", "各类别按比例"),
        SplitWay.Random => new("At random", "随机"),
        SplitWay.Time => new("The latest rows", "最新的数据"),
        SplitWay.Group => new("Whole groups of rows", "按组整体划分"),
        _ => new("A column says which", "由一列指定"),
    };
}
