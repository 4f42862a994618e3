using Builder.Graph;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What is said of the model as a whole, and of several blocks at once.</summary>
public static class SummaryTexts
{
    /// <summary>What to do next.</summary>
    public static Localized Hint { get; } = new("Select a block to see and change what it does.", "选中一个模块，即可查看和修改它的作用。");

    /// <summary>Numbers that are learned.</summary>
    public static Localized Parameters(long count) => new(count == 1 ? "weight to learn" : "weights to learn", "可训练参数");

    /// <summary>Layers.</summary>
    public static Localized Layers(int count) => new(count == 1 ? "layer" : "layers", "层");

    /// <summary>Data sets.</summary>
    public static Localized DataSets(int count) => new(count == 1 ? "data set" : "data sets", "数据集");

    /// <summary>The way to a model where there are data but no model yet.</summary>
    public static Localized LetPropose { get; } = new("Let Builder propose a model", "让 Builder 推荐一个模型");

    /// <summary>Nothing stands in the way.</summary>
    public static Localized Ready { get; } = new("Everything fits. You can train.", "一切就绪，可以训练。");

    /// <summary>What stands in the way.</summary>
    public static Localized Missing { get; } = new("Before you can train", "训练之前还需要");

    /// <summary>The field of the description.</summary>
    public static Localized Description { get; } = new("What this project is about", "项目说明");

    /// <summary>What an empty description shows.</summary>
    public static Localized DescriptionPlaceholder { get; } = new("What do you want to find out?", "您想弄清楚什么？");

    /// <summary>Several blocks are selected.</summary>
    public static Localized Selected(int count) => new($"{count} blocks selected", $"已选中 {count} 个模块");

    /// <summary>Copies them.</summary>
    public static Localized Duplicate { get; } = new("Duplicate", "创建副本");

    /// <summary>Puts them into a group.</summary>
    public static Localized Group { get; } = new("Group", "合成分组");

    /// <summary>Mutes them.</summary>
    public static Localized Mute { get; } = new("Mute", "停用");

    /// <summary>Switches them on.</summary>
    public static Localized Unmute { get; } = new("Switch on", "启用");

    /// <summary>Removes them.</summary>
    public static Localized Delete { get; } = new("Delete", "删除");

    /// <summary>The field of the name of a new group.</summary>
    public static Localized GroupName { get; } = new("Name of the new group", "新分组的名称");
}
