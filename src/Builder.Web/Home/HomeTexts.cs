using Builder.Graph;
using Builder.Graph.Documents;

namespace Builder.Web.Home;

/// <summary>What the home page says.</summary>
public static class HomeTexts
{
    /// <summary>Name of the page.</summary>
    public static Localized Title { get; } = new("Projects", "项目");

    /// <summary>The product in a line.</summary>
    public static Localized Hero { get; } = new("Draw a network. Watch it learn.", "画出网络，看它学习。");

    /// <summary>The product in two.</summary>
    public static Localized HeroText { get; } = new(
        "Bring a table, pictures or text; Builder proposes a model, you shape it on a canvas, and see honestly whether it is any good. No code.",
        "上传表格、图片或文字，Builder 会先推荐一个模型；您可以在画布上调整它，并看到它的真实效果。无需编写代码。");

    /// <summary>Begins with data.</summary>
    public static Localized FromData { get; } = new("New from my data", "用我的数据新建");

    /// <summary>Begins with nothing.</summary>
    public static Localized Empty { get; } = new("Empty canvas", "空白画布");

    /// <summary>Begins with a project file.</summary>
    public static Localized Import { get; } = new("Import a project", "导入项目");

    /// <summary>What can be imported.</summary>
    public static Localized ImportHelp { get; } = new("A project that was exported, or a model that was downloaded", "导出的项目，或下载的模型");

    /// <summary>A project file is on its way.</summary>
    public static Localized Importing { get; } = new("Importing…", "正在导入……");

    /// <summary>The server could not be reached.</summary>
    public static Localized ImportFailed { get; } = new(
        "The file could not be sent. Check that Builder is still running, and try again.", "文件未能发送。请确认 Builder 仍在运行，然后重试。");

    /// <summary>Heading of the person's own projects.</summary>
    public static Localized Mine { get; } = new("My projects", "我的项目");

    /// <summary>Heading of the projects that come with the product.</summary>
    public static Localized Ready { get; } = new("Ready projects", "现成项目");

    /// <summary>What they are.</summary>
    public static Localized ReadyText { get; } = new(
        "Real data and a model that works. Open one and press Train: you get your own copy, and nothing in it can be broken.",
        "真实的数据，现成的模型。打开任意一个，点击“开始训练”即可：打开的是您自己的副本，不必担心改坏。");

    /// <summary>Opens a ready project.</summary>
    public static Localized Open { get; } = new("Open a copy", "打开副本");

    /// <summary>What stands before the name of the field for searching.</summary>
    public static Localized Search { get; } = new("Search my projects", "搜索我的项目");

    /// <summary>Names the choice of an order.</summary>
    public static Localized Order { get; } = new("Order", "排序");

    /// <summary>Nothing has the name that is searched for.</summary>
    public static Localized NothingFound { get; } = new("No project has a name like that.", "没有名称相符的项目。");

    /// <summary>Shows more of very many projects.</summary>
    public static Localized ShowMore(int left) => new($"Show more ({left} left)", $"显示更多（还有 {left} 个）");

    /// <summary>Shows all again.</summary>
    public static Localized ShowAll { get; } = new("Show all", "显示全部");

    /// <summary>Names the menu of a project.</summary>
    public static Localized More(string project) => new($"More for {project}", $"“{project}”的更多操作");

    /// <summary>Renames a project.</summary>
    public static Localized Rename { get; } = new("Rename", "重命名");

    /// <summary>Copies a project.</summary>
    public static Localized Duplicate { get; } = new("Duplicate", "创建副本");

    /// <summary>Takes a project along as a file.</summary>
    public static Localized Export { get; } = new("Export as a file", "导出为文件");

    /// <summary>Deletes a project.</summary>
    public static Localized Delete { get; } = new("Delete", "删除");

    /// <summary>A project is deleted.</summary>
    public static Localized Deleted(string name) => new($"“{name}” is deleted.", $"已删除“{name}”。");

    /// <summary>A project is deleted that was training.</summary>
    public static Localized DeletedWhileTraining(string name) => new(
        $"“{name}” is deleted and its training is stopped.", $"已删除“{name}”，并停止了它的训练。");

    /// <summary>A project is back.</summary>
    public static Localized Restored(string name) => new($"“{name}” is back.", $"已恢复“{name}”。");

    /// <summary>A project was copied.</summary>
    public static Localized Duplicated(string name) => new($"“{name}” is ready.", $"已创建“{name}”。");

    /// <summary>What an exported file holds.</summary>
    public static Localized ExportText { get; } = new(
        "The file holds the model, its data and its history. It can be imported here or on another computer.",
        "文件包含模型、数据和历史，可以在这里或其他电脑上导入。");

    /// <summary>Whether the runs go along.</summary>
    public static Localized ExportRuns { get; } = new("Take the runs with their trained models along", "同时导出训练记录和训练好的模型");

    /// <summary>Begins the download.</summary>
    public static Localized ExportNow { get; } = new("Export", "导出");

    /// <summary>Title of the dialog in which a project is renamed.</summary>
    public static Localized RenameTitle { get; } = new("Rename project", "重命名项目");

    /// <summary>Label of a project's name.</summary>
    public static Localized Name { get; } = new("Name", "名称");

    /// <summary>The name of a copy. That of a project whose own name is as long as one may be loses its end.</summary>
    public static Localized CopyOf(string name) => new($"{Beginning(name)} (copy)", $"{Beginning(name)}（副本）");

    /// <summary>The name of a project that has none yet.</summary>
    public static Localized NewProject { get; } = new("New project", "新项目");

    /// <summary>How a list is ordered.</summary>
    public static Localized OrderName(ProjectOrder order) => order switch
    {
        ProjectOrder.Name => new("By name", "按名称"),
        ProjectOrder.Created => new("Newest first", "最新创建"),
        _ => new("Last changed", "最近修改"),
    };

    /// <summary>How many projects are shown.</summary>
    public static Localized Count(int count) => new(count == 1 ? "1 project" : $"{count} projects", $"{count} 个项目");

    private static string Beginning(string name)
    {
        const int most = DocumentLimits.NameLength - 10;
        return name.Length <= most ? name : name[..(char.IsHighSurrogate(name[most - 1]) ? most - 1 : most)];
    }
}
