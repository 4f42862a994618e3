using Builder.Graph;

namespace Builder.Web.Settings;

/// <summary>What the settings page says.</summary>
public static class SettingsTexts
{
    /// <summary>Title of the list of published models.</summary>
    public static Localized Published { get; } = new("Published models", "已发布的模型");

    /// <summary>What they are.</summary>
    public static Localized PublishedHelp { get; } = new(
        "Others use these by their link. They go on when their project is deleted, until they are switched off or removed here.",
        "其他人可以通过链接使用这些模型。删除项目后它们仍然可用，直到在这里停用或移除。");

    /// <summary>The switch of one.</summary>
    public static Localized PublishedOn { get; } = new("The page answers", "网页已启用");

    /// <summary>Removes one; asks first.</summary>
    public static Localized PublishedRemove { get; } = new("Remove", "移除");

    /// <summary>Removes it for good.</summary>
    public static Localized PublishedRemoveYes { get; } = new("Remove with all versions", "移除全部版本");

    /// <summary>Leaves it.</summary>
    public static Localized PublishedKeep { get; } = new("Keep", "保留");

    /// <summary>Name of the page.</summary>
    public static Localized Title { get; } = new("Settings", "设置");

    /// <summary>What happens to changes.</summary>
    public static Localized Intro { get; } = new("Changes take effect at once.", "修改立即生效。");

    /// <summary>Heading of language and theme.</summary>
    public static Localized Look { get; } = new("Language and look", "语言与外观");

    /// <summary>Names the choice of a language.</summary>
    public static Localized Language { get; } = new("Language", "语言");

    /// <summary>Names the choice of a theme.</summary>
    public static Localized Theme { get; } = new("Theme", "主题");

    /// <summary>Heading of how training uses the machine.</summary>
    public static Localized Training { get; } = new("Training", "训练");

    /// <summary>Names the choice of where to train.</summary>
    public static Localized Device { get; } = new("Where to train", "训练设备");

    /// <summary>What is chosen there holds for all projects, from the next run.</summary>
    public static Localized DeviceHelp { get; } = new("Holds for all projects, from the next training on.", "从下一次训练起，对所有项目生效。");

    /// <summary>The machine decides.</summary>
    public static Localized Auto { get; } = new("Automatic", "自动");

    /// <summary>The processor.</summary>
    public static Localized Cpu { get; } = new("Processor", "处理器");

    /// <summary>The graphics card.</summary>
    public static Localized Gpu { get; } = new("Graphics card", "显卡");

    /// <summary>There is no card to choose.</summary>
    public static Localized NoGpu { get; } = new(
        "No graphics card that can be used for training was found. Training runs on the processor.", "没有找到可用于训练的显卡，将使用处理器训练。");

    /// <summary>There are cards.</summary>
    public static Localized Gpus(int count) => new(
        count == 1 ? "One graphics card is ready." : $"{count} graphics cards are ready.", $"有 {count} 块显卡可用。");

    /// <summary>The machine is being asked.</summary>
    public static Localized Looking { get; } = new("Looking at this machine…", "正在检查这台机器……");

    /// <summary>The engine does not answer.</summary>
    public static Localized NoEngine { get; } = new(
        "The training engine does not answer. Stop Builder, run “./builder setup”, and start it again.", "训练引擎没有响应。请停止 Builder，运行“./builder setup”，再重新启动。");

    /// <summary>Names the choice of threads.</summary>
    public static Localized Threads { get; } = new("Processor threads", "处理器线程数");

    /// <summary>What it is good for.</summary>
    public static Localized ThreadsHelp { get; } = new(
        "Fewer threads leave more of the computer to other programs; training takes longer.", "线程越少，留给其他程序的资源越多，训练也越慢。");

    /// <summary>How much the machine has.</summary>
    public static Localized Has(int processors, double gigabytes) => new(
        $"This machine has {processors} processor cores and {gigabytes:0} GB of memory.", $"这台机器有 {processors} 个处理器核心和 {gigabytes:0} GB 内存。");

    /// <summary>Heading of where everything is kept.</summary>
    public static Localized Storage { get; } = new("Storage", "存储");

    /// <summary>Where everything is kept.</summary>
    public static Localized Folder { get; } = new("Folder", "文件夹");

    /// <summary>What to know about the folder.</summary>
    public static Localized FolderHelp { get; } = new(
        "All projects, data and trained models are here. To move them, stop Builder, move the folder and set BUILDER_HOME to its new place.",
        "所有项目、数据和训练好的模型都在这里。如需移动，请停止 Builder，移动该文件夹，再把 BUILDER_HOME 设为新位置。");

    /// <summary>How much room it takes.</summary>
    public static Localized Used { get; } = new("Used", "已用");

    /// <summary>How much is left on the disk.</summary>
    public static Localized Free { get; } = new("Free on this disk", "磁盘剩余");

    /// <summary>Heading of the deleted projects.</summary>
    public static Localized DeletedProjects { get; } = new("Deleted projects", "已删除的项目");

    /// <summary>There is none.</summary>
    public static Localized NoneDeleted { get; } = new("None. What you delete can be brought back from here for 30 days.", "没有。删除的项目在 30 天内可以从这里恢复。");

    /// <summary>How many there are and what they take.</summary>
    public static Localized DeletedTake(int count, string size) => new(
        $"{(count == 1 ? "1 project takes" : $"{count} projects take")} {size}. They go by themselves after 30 days.", $"{count} 个项目，共占 {size}。30 天后自动清除。");

    /// <summary>Heading of the folders that belong to no project.</summary>
    public static Localized UnknownFolders { get; } = new("Folders without a project", "不属于任何项目的文件夹");

    /// <summary>What to do about them.</summary>
    public static Localized UnknownFoldersHelp(int count, string size) => new(
        $"{(count == 1 ? "1 folder takes" : $"{count} folders take")} {size}. They may be left from a database that was lost or put back, so Builder never removes them. Copy what you need, then delete them by hand.",
        $"共 {count} 个，占用 {size}。它们可能来自丢失或被还原的数据库，因此 Builder 不会自动删除。请先复制需要的内容，再手动删除。");

    /// <summary>Brings one back.</summary>
    public static Localized Restore { get; } = new("Bring back", "恢复");

    /// <summary>Removes them all.</summary>
    public static Localized Remove { get; } = new("Remove for good", "彻底清除");

    /// <summary>Asks before it is done.</summary>
    public static Localized RemoveTitle { get; } = new("Remove deleted projects for good?", "彻底清除已删除的项目？");

    /// <summary>What it means.</summary>
    public static Localized RemoveText { get; } = new(
        "Their data, history and trained models are removed from the disk. This cannot be undone.", "它们的数据、历史和训练好的模型都会从磁盘上删除，无法恢复。");

    /// <summary>It is done.</summary>
    public static Localized Removed(int count) => new(count == 1 ? "1 project removed." : $"{count} projects removed.", $"已清除 {count} 个项目。");

    /// <summary>Heading of what this is.</summary>
    public static Localized About { get; } = new("About", "关于");

    /// <summary>Names the version.</summary>
    public static Localized Version { get; } = new("Version", "版本");

    /// <summary>The licence.</summary>
    public static Localized Licence { get; } = new("Builder is free software under the MIT licence.", "Builder 是自由软件，采用 MIT 许可证。");

    /// <summary>What it stands on.</summary>
    public static Localized Notices { get; } = new("What Builder is built on, and its licences", "Builder 所使用的组件及其许可证");

    /// <summary>The name of a device.</summary>
    public static Localized DeviceName(string device) => device switch { "cpu" => Cpu, "cuda" => Gpu, _ => Auto };
}
