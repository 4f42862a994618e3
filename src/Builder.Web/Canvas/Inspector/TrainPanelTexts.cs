using Builder.Graph;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What the part with the Train button says.</summary>
public static class TrainPanelTexts
{
    /// <summary>Names the part.</summary>
    public static Localized Panel { get; } = new("Training and export", "训练与导出");

    /// <summary>The button.</summary>
    public static Localized Train { get; } = new("Train", "开始训练");

    /// <summary>The menu.</summary>
    public static Localized More { get; } = new("Save as…", "另存为……");

    /// <summary>The project file.</summary>
    public static Localized ProjectFile { get; } = new("Project file (.json)", "项目文件（.json）");

    /// <summary>A picture.</summary>
    public static Localized Png { get; } = new("Picture (.png)", "图片（.png）");

    /// <summary>A drawing.</summary>
    public static Localized Svg { get; } = new("Drawing (.svg)", "矢量图（.svg）");

    /// <summary>Problems stand in the way.</summary>
    public static Localized NotYet(int problems) => problems == 1
        ? new("Training cannot start yet: there is 1 problem.", "还不能训练：有 1 个问题。")
        : new($"Training cannot start yet: there are {problems} problems.", $"还不能训练：有 {problems} 个问题。");

    /// <summary>Nothing says what is to be learned.</summary>
    public static Localized NothingToLearn { get; } = new(
        "Training cannot start yet: add a loss and an optimizer, so that the network knows what to learn.",
        "还不能训练：请添加损失和优化器，网络才知道要学什么。");

    /// <summary>Shows the problems.</summary>
    public static Localized ShowProblems { get; } = new("Show them", "查看");
}
