using Builder.Graph;
using Builder.Graph.Differences;
using Builder.Web.Drawings.Sheets;

namespace Builder.Web.Drawings;

/// <summary>What read-only drawings say.</summary>
internal static class DrawingTexts
{
    public static Localized Yes { get; } = new("yes", "是");

    public static Localized No { get; } = new("no", "否");

    public static Localized Automatic { get; } = new("chosen by itself", "自动");

    public static Localized OneNumber { get; } = new("1 number", "1 个数");

    public static Localized Muted { get; } = new("muted: lets data pass unchanged", "已停用：数据原样通过");

    public static Localized Blocks { get; } = new("Blocks from left to right", "从左到右的全部模块");

    public static Localized Changes { get; } = new("What is different", "有哪些不同");

    public static Localized NoChange { get; } = new("Nothing in the drawing is different.", "结构图没有任何不同。");

    public static Localized Nothing { get; } = new("Nothing is drawn here.", "这里没有内容。");

    public static Localized Main { get; } = new("Main canvas", "主画布");

    public static Localized Loading { get; } = new("Drawing…", "正在绘制……");

    public static Localized Failed { get; } = new("The drawing could not be shown.", "无法显示这张图。");

    public static Localized Retry { get; } = new("Try again", "重试");

    public static Localized ZoomIn { get; } = new("Zoom in", "放大");

    public static Localized ZoomOut { get; } = new("Zoom out", "缩小");

    public static Localized Fit { get; } = new("Show everything", "显示全部");

    public static Localized Next { get; } = new("Next difference", "下一处不同");

    public static Localized Repeated(long times) => new($"repeated {times} times", $"重复 {times} 次");

    public static Localized Shares(Localized name) => new($"uses the weights of “{name.En}”", $"与“{name.Zh}”共用权重");

    public static Localized Values(string count) => new($"{count} weights to learn", $"{count} 个可训练参数");

    public static Localized Group(string name) => new($"Inside “{name}”", $"“{name}”内部");

    public static Localized About(int blocks, int links) => new(
        $"Drawing: {Count(blocks, "block")}, {Count(links, "link")}", $"图：{blocks} 个模块，{links} 条连线");

    public static Localized Leads(IEnumerable<Localized> to) => new(
        $"leads to {string.Join(", ", to.Select(t => t.En))}", $"连接到 {string.Join("、", to.Select(t => t.Zh))}");

    /// <summary>The sign of a mark: it must be told apart without colours.</summary>
    public static string Sign(ChangeMark mark) => mark switch
    {
        ChangeMark.Added => "+",
        ChangeMark.Removed => "−",
        ChangeMark.Changed => "≠",
        ChangeMark.Moved => "↔",
        _ => "",
    };

    /// <summary>The name of a mark.</summary>
    public static Localized Name(ChangeMark mark) => mark switch
    {
        ChangeMark.Added => new("added", "新增"),
        ChangeMark.Removed => new("removed", "移除"),
        ChangeMark.Changed => new("set differently", "设置不同"),
        ChangeMark.Moved => new("only moved", "仅移动位置"),
        _ => new("the same", "相同"),
    };

    /// <summary>What a version beside another is called.</summary>
    public static Localized Side(DrawingSide side) => side == DrawingSide.Before ? new("before", "之前") : new("after", "之后");

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
