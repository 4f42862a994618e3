using Builder.Graph;
using Builder.Web.Canvas.Editing;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What the panel beside the canvas says.</summary>
public static class InspectorTexts
{
    private const int NamesShown = 12;

    /// <summary>Name of the panel.</summary>
    public static Localized Panel { get; } = new("Details", "详情");

    /// <summary>The names of classes or labels.</summary>
    public static Localized Names(IReadOnlyList<string> names)
    {
        var more = names.Count - NamesShown;
        return new(
            string.Join(", ", names.Take(NamesShown)) + (more > 0 ? $" and {more:N0} more" : ""),
            string.Join("、", names.Take(NamesShown)) + (more > 0 ? $" 等 {names.Count:N0} 个" : ""));
    }

    /// <summary>The tab with the properties.</summary>
    public static Localized Properties { get; } = new("Properties", "属性");

    /// <summary>The tab with the outline.</summary>
    public static Localized Outline { get; } = new("Outline", "大纲");

    /// <summary>The field of a block's name.</summary>
    public static Localized Label { get; } = new("Name", "名称");

    /// <summary>The field of a block's remark.</summary>
    public static Localized Note { get; } = new("Note", "备注");

    /// <summary>What an empty remark shows.</summary>
    public static Localized NotePlaceholder { get; } = new("Why is this block here?", "为什么需要这个模块？");

    /// <summary>The switch that mutes.</summary>
    public static Localized Muted { get; } = new("Muted: lets everything through unchanged", "停用：让数据原样通过");

    /// <summary>The choice of another kind of the same family.</summary>
    public static Localized Kind { get; } = new("Kind", "类型");

    /// <summary>The heading of the parameters.</summary>
    public static Localized Settings { get; } = new("Settings", "设置");

    /// <summary>Parameters that are seldom changed.</summary>
    public static Localized More(int count) => new($"{count} more settings", $"另外 {count} 项设置");

    /// <summary>Shown where a kind has no parameters.</summary>
    public static Localized NoSettings { get; } = new("Nothing to set here.", "没有可设置的内容。");

    /// <summary>The button that brings the default back.</summary>
    public static Localized Reset(string value) => value.Length == 0
        ? new("Reset", "恢复默认")
        : new($"Reset to {value}", $"恢复默认值 {value}");

    /// <summary>What a field shows that is empty on purpose.</summary>
    public static Localized Automatic { get; } = new("chosen by itself", "自动选择");

    /// <summary>Nothing chosen in a list.</summary>
    public static Localized Choose { get; } = new("Choose…", "请选择……");

    /// <summary>The only data set.</summary>
    public static Localized OnlyDataSet { get; } = new("The project's data", "项目的数据");

    /// <summary>There is no data set yet.</summary>
    public static Localized NoData { get; } = new("There is no data yet.", "还没有数据。");

    /// <summary>The way to the Data page.</summary>
    public static Localized ToData { get; } = new("Add data", "添加数据");

    /// <summary>The whole network is trained.</summary>
    public static Localized Everything { get; } = new("Nothing ticked: everything that leads to the loss.", "不勾选时，训练影响该损失的所有模块。");

    /// <summary>A switch that is on.</summary>
    public static Localized On { get; } = new("On", "开");

    /// <summary>A switch that is off.</summary>
    public static Localized Off { get; } = new("Off", "关");

    /// <summary>Halves a number.</summary>
    public static Localized Halve { get; } = new("Halve", "减半");

    /// <summary>Doubles a number.</summary>
    public static Localized Double { get; } = new("Double", "加倍");

    /// <summary>The heading of what goes in and out.</summary>
    public static Localized Flow { get; } = new("What flows through", "数据流向");

    /// <summary>Marks what comes in.</summary>
    public static Localized In { get; } = new("In", "输入");

    /// <summary>Marks what goes out.</summary>
    public static Localized Out { get; } = new("Out", "输出");

    /// <summary>A port without a wire.</summary>
    public static Localized Open { get; } = new("not linked", "未连接");

    /// <summary>A shape that a problem upstream hides.</summary>
    public static Localized NotKnown { get; } = new("not known yet", "尚不确定");

    /// <summary>How many numbers a block learns.</summary>
    public static Localized Learns(long count) => count == 0
        ? new("Nothing to learn here", "没有可训练参数")
        : count == 1 ? new("1 weight to learn", "1 个可训练参数")
        : new($"{BlockWords.Number(count)} weights to learn", $"{BlockWords.Number(count)} 个可训练参数");

    /// <summary>How many numbers a layer learns while a problem hides its shape.</summary>
    public static Localized LearnsNotKnown { get; } = new("How much there is to learn is not known yet", "可训练参数的数量尚不确定");

    /// <summary>The heading of the formula.</summary>
    public static Localized Formula { get; } = new("Formula", "公式");

    /// <summary>The heading of the PyTorch line.</summary>
    public static Localized PyTorch { get; } = new("In PyTorch", "PyTorch 写法");

    /// <summary>Copies the line.</summary>
    public static Localized Copy { get; } = new("Copy", "复制");

    /// <summary>It is copied.</summary>
    public static Localized Copied { get; } = new("Copied", "已复制");

    /// <summary>The way to the definition.</summary>
    public static Localized Source { get; } = new("Where this is defined", "查看出处");

    /// <summary>The heading of weights that are shared.</summary>
    public static Localized Weights { get; } = new("Weights", "权重");

    /// <summary>Weights of its own.</summary>
    public static Localized OwnWeights { get; } = new("Its own", "自己的权重");

    /// <summary>Weights of another block.</summary>
    public static Localized WeightsOf(string name) => new($"Those of “{name}”", $"与“{name}”共用");

    /// <summary>Opens a group.</summary>
    public static Localized OpenGroup { get; } = new("Open", "打开");

    /// <summary>Takes a group apart.</summary>
    public static Localized Ungroup { get; } = new("Take apart", "拆开");

    /// <summary>The field of a group's name.</summary>
    public static Localized GroupName { get; } = new("Name of the group", "分组名称");

    /// <summary>A value outside its range.</summary>
    public static Localized Range(string min, string max, bool above) => (min, max) switch
    {
        ("", _) => new($"At most {max}.", $"最大为 {max}。"),
        (_, "") when above => new($"Must be above {min}.", $"须大于 {min}。"),
        (_, "") => new($"At least {min}.", $"最小为 {min}。"),
        _ when above => new($"Above {min}, up to {max}.", $"须大于 {min}，最大 {max}。"),
        _ => new($"From {min} to {max}.", $"范围：{min} 到 {max}。"),
    };

    /// <summary>Not a whole number.</summary>
    public static Localized WholeNumber { get; } = new("A whole number, please, such as 64.", "请输入整数，例如 64。");

    /// <summary>Not a number.</summary>
    public static Localized AnyNumber { get; } = new("A number, please, such as 0.01.", "请输入数值，例如 0.01。");

    /// <summary>Not a list of whole numbers.</summary>
    public static Localized WholeNumbers { get; } = new("Whole numbers with commas between them, such as 3, 3.", "请输入用逗号分隔的整数，例如 3, 3。");

    /// <summary>Not a list of numbers.</summary>
    public static Localized Numbers { get; } = new("Numbers with commas between them, such as 1, 2.5.", "请输入用逗号分隔的数值，例如 1, 2.5。");

    /// <summary>What a change did; null stands for a parameter that is not set.</summary>
    public static Localized Effect(string? before, string? after) => (before, after) switch
    {
        (null, null) => new("not set", "未设置"),
        (null, _) => new($"set to {after}", $"设为 {after}"),
        (_, null) => new($"was {before}, now not set", $"原为 {before}，现未设置"),
        _ => new($"was {before} → {after}", $"由 {before} 改为 {after}"),
    };

    /// <summary>What a change did to the number of parameters.</summary>
    public static Localized EffectOnSize(long delta) => delta > 0
        ? new($"+{BlockWords.Number(delta)} weights", $"可训练参数增加 {BlockWords.Number(delta)}")
        : new($"−{BlockWords.Number(-delta)} weights", $"可训练参数减少 {BlockWords.Number(-delta)}");

    /// <summary>What comes out after a change.</summary>
    public static Localized EffectOnShape(string shape) => new($"output {shape}", $"输出 {shape}");

    /// <summary>Somebody else made a change.</summary>
    public static Localized ChangedBy(string name) => new($"Just changed by {name}", $"{name} 刚刚修改过");
}
