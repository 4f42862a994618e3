using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals;

namespace Builder.Web.Data;

/// <summary>What the data page says.</summary>
internal static class DataTexts
{
    public static Localized Title { get; } = new("Data", "数据");

    public static Localized EmptyTitle { get; } = new("Bring your data", "添加您的数据");

    public static Localized EmptyText { get; } = new(
        "A table, a zip of pictures or a text is enough. Builder looks at it, tells you what is in it, and proposes a model.",
        "一个表格、一个图片压缩包或一段文本就够了。Builder 会读取内容，告诉您其中有什么，并推荐一个模型。");

    public static Localized Reading { get; } = new("Reading the data…", "正在读取数据……");

    public static Localized Broken { get; } = new("These data cannot be read any more", "无法再读取这些数据");

    public static Localized AnotherFile { get; } = new("Use another file", "换一个文件");

    public static Localized AddFile { get; } = new("Add data", "添加数据");

    public static Localized Cancel { get; } = new("Cancel", "取消");

    public static Localized Predict { get; } = new("What should the model predict?", "模型要预测什么？");

    public static Localized ChooseColumn { get; } = new("Choose a column…", "请选择一列……");

    public static Localized Propose { get; } = new("Propose a model", "推荐一个模型");

    public static Localized ProposeAgain { get; } = new("Propose a new model", "重新推荐模型");

    public static Localized Proposing { get; } = new("Thinking about it…", "正在推荐……");

    public static Localized ToModel { get; } = new("Look at the model", "查看模型");

    public static Localized Train { get; } = new("Train", "开始训练");

    public static Localized ReplaceTitle { get; } = new("Replace the model on the canvas?", "要替换画布上的模型吗？");

    public static Localized ReplaceText { get; } = new(
        "The proposal takes the place of the blocks that are there. Undo brings them back.", "推荐的模型会取代现有的模块，撤销即可恢复。");

    public static Localized Replace { get; } = new("Replace it", "替换");

    public static Localized Why { get; } = new("Why this model", "为什么是这个模型");

    public static Localized Columns { get; } = new("Columns", "列");

    public static Localized Rows { get; } = new("Rows", "数据行");

    public static Localized Pictures { get; } = new("Pictures", "图片");

    public static Localized Course { get; } = new("Course", "走势");

    public static Localized Excerpt { get; } = new("Excerpt", "摘录");

    public static Localized Name { get; } = new("Name", "名称");

    public static Localized Type { get; } = new("Type", "类型");

    public static Localized Use { get; } = new("Use", "用途");

    public static Localized Values { get; } = new("Values", "数值分布");

    public static Localized Missing { get; } = new("Gaps", "缺失");

    public static Localized Distinct { get; } = new("Distinct", "不同值");

    public static Localized Unit { get; } = new("Unit", "单位");

    public static Localized Worth { get; } = new("Worth knowing", "值得注意");

    public static Localized AllWell { get; } = new("Nothing stands in the way.", "没有发现问题。");

    public static Localized HeldBack { get; } = new("Held back", "留出的数据");

    public static Localized Changed { get; } = new(
        "The data have changed since. Try it again.", "数据刚刚发生了变化，请重试。");

    public static Localized ModelMisfits { get; } = new(
        "The model on the canvas does not fit these settings any more.", "画布上的模型不再适合现在的设置。");

    public static Localized Of(ColumnType type) => type switch
    {
        ColumnType.Number => new("Number", "数值"),
        ColumnType.Category => new("Category", "类别"),
        ColumnType.Date => new("Date", "日期"),
        ColumnType.Text => new("Text", "文本"),
        ColumnType.Id => new("Id", "编号"),
        ColumnType.Labels => new("Several labels", "多个标签"),
        _ => new("Picture", "图片"),
    };

    public static Localized Of(ColumnUse use) => use switch
    {
        ColumnUse.Input => new("Input", "输入"),
        ColumnUse.Target => new("Predict", "预测"),
        _ => new("Leave out", "不使用"),
    };

    public static Localized UnitOf(string column) => new($"Unit of {column}", $"{column} 的单位");

    public static Localized TypeOf(string column) => new($"Type of {column}", $"{column} 的类型");

    public static Localized UseOf(string column) => new($"Use of {column}", $"{column} 的用途");

    /// <summary>Rows shown side by side.</summary>
    public static Localized Examples { get; } = new("Examples", "示例");

    /// <summary>The name of a row without any.</summary>
    public static Localized RowNumber(int row) => new($"Row {row:N0}", $"第 {row:N0} 行");
}
