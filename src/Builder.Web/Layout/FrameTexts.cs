using Builder.Graph;
using Builder.Storage.Projects;
using Builder.Web.Shell;

namespace Builder.Web.Layout;

/// <summary>What the frame of an open project says.</summary>
public static class FrameTexts
{
    /// <summary>Names the list of steps.</summary>
    public static Localized Steps { get; } = new("Steps", "步骤");

    /// <summary>Names the field of the project's name.</summary>
    public static Localized ProjectName { get; } = new("Project name", "项目名称");

    /// <summary>A name that was left empty.</summary>
    public static Localized NameIsEmpty { get; } = new("A project needs a name, so it keeps the one it has.", "项目名称不能为空，已保留原来的名称。");

    /// <summary>Takes the last change back.</summary>
    public static Localized Undo { get; } = new("Undo", "撤销");

    /// <summary>Makes it again.</summary>
    public static Localized Redo { get; } = new("Redo", "重做");

    /// <summary>Everything is on the disk.</summary>
    public static Localized Saved { get; } = new("All changes saved", "所有修改均已保存");

    /// <summary>Something is not on the disk.</summary>
    public static Localized NotSaved { get; } = new("Not saved yet", "尚未保存");

    /// <summary>The line to the server is down.</summary>
    public static Localized Offline { get; } = new("Offline: what you change now is not saved yet", "连接已断开：现在的修改尚未保存");

    /// <summary>What it means that all is saved.</summary>
    public static Localized SavedHint { get; } = new("Every change is saved as you make it.", "每一处修改都会立即保存。");

    /// <summary>The project was deleted.</summary>
    public static Localized DeletedTitle(string name) => new($"“{name}” was deleted", $"“{name}”已被删除");

    /// <summary>What that means, and what does not.</summary>
    public static Localized DeletedText { get; } = new(
        $"Nothing of it is lost: its data, its model and its results come back as they were. That is possible for {ProjectStore.KeptDays} days, here or on the settings page.",
        $"内容没有丢失：恢复后，数据、模型和结果都会和原来一样。删除后 {ProjectStore.KeptDays} 天内，可以在这里或“设置”页恢复。");

    /// <summary>Brings it back.</summary>
    public static Localized Restore { get; } = new("Bring back", "恢复");

    /// <summary>Names the choice of theme.</summary>
    public static Localized Theme { get; } = new("Theme", "主题");

    /// <summary>The step of data is done.</summary>
    public static Localized DataThere { get; } = new("Data attached", "已有数据");

    /// <summary>The model can be trained.</summary>
    public static Localized ModelReady { get; } = new("Ready to train", "可以开始训练");

    /// <summary>How many things are in the way.</summary>
    public static Localized Problems(int count) => new(count == 1 ? "1 problem to fix" : $"{count} problems to fix", $"有 {count} 个问题待解决");

    /// <summary>The name of a step.</summary>
    public static Localized NameOf(Step step) => step switch
    {
        Step.Data => new("Data", "数据"),
        Step.Model => new("Model", "模型"),
        Step.Train => new("Train", "训练"),
        Step.Evaluate => new("Evaluate", "评估"),
        Step.Use => new("Use", "使用"),
        _ => new("History", "历史"),
    };

    /// <summary>The name of a theme.</summary>
    public static Localized ThemeName(string theme) => theme switch
    {
        UiState.LightTheme => new("Light", "浅色"),
        UiState.DarkTheme => new("Dark", "深色"),
        _ => new("Same as system", "跟随系统"),
    };
}
