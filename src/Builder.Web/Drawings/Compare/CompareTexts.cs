using Builder.Graph;

namespace Builder.Web.Drawings.Compare;

/// <summary>What the comparison of two runs' drawings says.</summary>
internal static class CompareTexts
{
    public static Localized Lead { get; } = new(
        "What two runs have trained, side by side. Everything that is different is marked.", "并排查看两次训练所用的模型，所有不同之处均已标出。");

    public static Localized Left { get; } = new("Left", "左侧");

    public static Localized Right { get; } = new("Right", "右侧");

    public static Localized Now { get; } = new("The project as it is now", "项目当前的样子");

    public static Localized Swap { get; } = new("Swap sides", "交换左右");

    public static Localized Print { get; } = new("Print", "打印");

    public static Localized Back { get; } = new("Back to Evaluate", "返回评估");

    public static Localized Loading { get; } = new("Reading both models…", "正在读取两个模型……");

    public static Localized Gone { get; } = new("One of the two runs is no longer there", "其中一次训练已不存在");

    public static Localized GoneText { get; } = new("Choose two others above.", "请在上方另选两项。");

    public static Localized None { get; } = new("There is nothing to compare yet", "还没有可以对比的内容");

    public static Localized NoneText { get; } = new(
        "As soon as the project was trained once, its model then can be compared with the one now.", "项目训练过一次之后，就可以将当时的模型与现在的模型对比。");

    public static Localized Same { get; } = new("Both have trained the same model, with the same settings and data.", "两者使用的模型、设置和数据完全相同。");

    public static Localized Tick { get; } = new("Compare", "对比");

    public static Localized TickRun(Localized name) => new($"Compare “{name.En}”", $"对比“{name.Zh}”");
}
