using Builder.Graph;

namespace Builder.Web.Data.Rows;

/// <summary>What the rows of the data say.</summary>
internal static class RowTexts
{
    public static Localized Rows { get; } = new("Rows of the data", "数据行");

    public static Localized Reading { get; } = new("Reading the rows…", "正在读取数据行……");

    public static Localized Hole { get; } = new("missing", "缺失");

    public static Localized Row { get; } = new("Row", "行");

    public static Localized Only { get; } = new("Which rows", "显示哪些行");

    public static Localized AllRows { get; } = new("All rows", "全部行");

    public static Localized WithGaps { get; } = new("Rows with gaps", "有缺失值的行");

    public static Localized LeftOutRows { get; } = new("Rows left out", "已排除的行");

    public static Localized CorrectedRows { get; } = new("Corrected rows", "已更正的行");

    public static Localized ChooseAll { get; } = new("Choose all rows that are shown", "选择显示的全部行");

    public static Localized LeaveOut { get; } = new("Leave out", "排除");

    public static Localized UseAgain { get; } = new("Use again", "重新使用");

    public static Localized Correct { get; } = new("Correct…", "更正……");

    public static Localized ChooseNone { get; } = new("Choose none", "取消选择");

    public static Localized TakeAllBack { get; } = new("Take all back", "全部撤回");

    public static Localized Show { get; } = new("Show", "查看");

    public static Localized Save { get; } = new("Save", "保存");

    public static Localized Cancel { get; } = new("Cancel", "取消");

    public static Localized TakeBack { get; } = new("As in the file", "恢复文件中的值");

    public static Localized NewValue { get; } = new("New value", "新值");

    public static Localized Column { get; } = new("Column", "列");

    public static Localized EmptyIsMissing { get; } = new("Leave it empty for a missing value.", "留空表示缺失值。");

    public static Localized FileStays { get; } = new(
        "The file itself stays as it is. Training, splits and scores use what you see here.", "文件本身保持不变。训练、划分和评分都以这里的内容为准。");

    public static Localized NeedsNumber { get; } = new("Enter a number, such as 3.5, or leave it empty.", "请输入一个数字，例如 3.5，或留空。");

    public static Localized OneMustStay { get; } = new("At least one row has to stay.", "至少要保留一行。");

    public static Localized DropTitle { get; } = new("Drop these changes", "放弃这些修改");

    public static Localized IsLeftOut { get; } = new("left out", "已排除");

    public static Localized IsCorrected { get; } = new("corrected", "已更正");

    public static Localized Choose(int row) => new($"Choose row {row}", $"选择第 {row} 行");

    public static Localized Open(int row) => new($"Row {row}: look and correct", $"第 {row} 行：查看并更正");

    public static Localized TitleOf(int row) => new($"Row {row}", $"第 {row} 行");

    public static Localized TitleOfMany(long rows) => new($"Correct {rows:N0} rows", $"更正 {rows:N0} 行");

    public static Localized Chosen(long rows) => rows == 1 ? new("1 row chosen", "已选 1 行") : new($"{rows:N0} rows chosen", $"已选 {rows:N0} 行");

    public static Localized FileSays(string? value) => value is null ? new("In the file: missing", "文件中：缺失") : new($"In the file: {value}", $"文件中：{value}");

    public static Localized TooMany(int most) => new(
        $"At most {most:N0} cells can be corrected here. Change the file itself and bring it again.", $"这里最多可更正 {most:N0} 个单元格。请直接修改文件后重新添加。");

    public static Localized Changed(long rows, int cells)
    {
        var (leftOut, leftOutZh) = rows switch { 0 => ("", ""), 1 => ("1 row is left out", "已排除 1 行"), _ => ($"{rows:N0} rows are left out", $"已排除 {rows:N0} 行") };
        var (corrected, correctedZh) = cells switch { 0 => ("", ""), 1 => ("1 cell is corrected", "已更正 1 个单元格"), _ => ($"{cells:N0} cells are corrected", $"已更正 {cells:N0} 个单元格") };
        return new(
            string.Join(", ", new[] { leftOut, corrected }.Where(t => t.Length > 0)) + ".",
            string.Join("，", new[] { leftOutZh, correctedZh }.Where(t => t.Length > 0)) + "。");
    }
}
