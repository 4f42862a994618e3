using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Web.Data.Reading;

/// <summary>What is said about how a file is read.</summary>
internal static class ReadingTexts
{
    public static Localized Title { get; } = new("How the file is read", "文件的读取方式");

    public static Localized Change { get; } = new("Change", "更改");

    public static Localized Changes { get; } = new("Left out or changed while reading", "读取时排除或更改的内容");

    public static Localized Nothing { get; } = new("Everything was taken over as it is written.", "所有内容均按原样读取。");

    public static Localized Encoding { get; } = new("Characters", "字符编码");

    public static Localized Delimiter { get; } = new("Between two fields", "字段分隔符");

    public static Localized Quotes { get; } = new("Double quotes", "双引号");

    public static Localized OfQuotes(QuoteStyle quotes) => quotes switch
    {
        QuoteStyle.Doubled => new("Enclose values, also over several lines", "括住内容，可跨多行"),
        QuoteStyle.Backslash => new("Enclose values; \\\" is a quote inside", "括住内容，内部的引号写作 \\\""),
        QuoteStyle.OneLine => new("Enclose values within a line", "括住内容，不跨行"),
        _ => new("Ordinary characters", "普通字符"),
    };

    public static Localized Decimal { get; } = new("Decimal mark", "小数点");

    public static Localized NameLines { get; } = new("Names of the columns", "列名");

    public static Localized NoteLines { get; } = new("Below the names", "列名下方");

    public static Localized OfNoteLines(int lines) => lines switch
    {
        0 => new("The rows", "即为数据"),
        1 => new("1 line of units or the like", "1 行单位等说明"),
        _ => new($"{lines} lines of units or the like", $"{lines} 行单位等说明"),
    };

    public static Localized LinesAbove { get; } = new("Lines above the table", "表格上方跳过的行数");

    public static Localized LinesBelow { get; } = new("Lines below the table", "表格下方跳过的行数");

    public static Localized Missing { get; } = new("These mean “no value”", "以下内容表示“无值”");

    public static Localized EmptyField { get; } = new("(empty)", "（空）");

    public static Localized AddMissing { get; } = new("Add one, such as 999", "添加，例如 999");

    public static Localized Add { get; } = new("Add", "添加");

    public static Localized Preview { get; } = new("So the first rows are read", "前几行的读取结果");

    public static Localized Uneven { get; } = new(
        "Some rows have more or fewer fields than the first line. Try another separator, or leave out lines above.",
        "有些行的字段数与首行不同。请尝试其他分隔符，或跳过表格上方的行。");

    public static Localized Apply { get; } = new("Read it like this", "按此方式读取");

    public static Localized Detect { get; } = new("Find out anew", "重新识别");

    public static Localized Cancel { get; } = new("Cancel", "取消");

    public static Localized Remove(string mark) => new($"“{mark}” is a value", $"“{mark}”是有效值");

    public static Localized Sheet { get; } = new("Table of the file", "文件中的表");

    public static Localized FillMerged { get; } = new("Fill merged cells with their value", "用合并单元格的值填充其中每个单元格");

    public static Localized DatesOf(string column) => new($"Dates of “{column}”", $"“{column}”的日期");

    public static Localized OfOrder(DateOrder order) => order switch
    {
        DateOrder.YearFirst => new("Year first: 2024-05-31", "年在前：2024-05-31"),
        DateOrder.DayFirst => new("Day first: 31.5.2024", "日在前：31.5.2024"),
        DateOrder.Duration => new("3:45 is 3 min 45 s", "3:45 是 3 分 45 秒"),
        DateOrder.HoursMinutes => new("3:45 is 3 h 45 min", "3:45 是 3 小时 45 分钟"),
        _ => new("Month first: 5/31/2024", "月在前：5/31/2024"),
    };

    public static Localized DurationsOf(string column) => new($"Durations of “{column}”", $"“{column}”的时长");

    public static Localized OfLayout(TableLayout layout) => layout switch
    {
        TableLayout.Workbook => new("Workbook", "电子表格"),
        TableLayout.Parquet => Localized.Same("Parquet"),
        TableLayout.Json => Localized.Same("JSON"),
        TableLayout.Arff => Localized.Same("ARFF"),
        TableLayout.Html => new("Table of a web page", "网页表格"),
        TableLayout.Aligned => new("Columns aligned by blanks", "用空格对齐的列"),
        TableLayout.Lines => new("One text a line", "每行一条文本"),
        TableLayout.Labelled => new("A label before each text", "每条文本前带标签"),
        _ => new("Separated values", "分隔值"),
    };

    public static Localized OfNameLines(int lines) => lines switch
    {
        0 => new("No line of names", "无列名行"),
        1 => new("First line: names", "首行：列名"),
        _ => new($"First {lines} lines: names", $"前 {lines} 行：列名"),
    };

    public static Localized Above(int lines) => lines == 1 ? new("1 line above left out", "跳过上方 1 行") : new($"{lines} lines above left out", $"跳过上方 {lines} 行");

    public static Localized Below(int lines) => lines == 1 ? new("1 line below left out", "跳过下方 1 行") : new($"{lines} lines below left out", $"跳过下方 {lines} 行");

    public static Localized OfDelimiter(string delimiter) => delimiter switch
    {
        "," => new("Comma", "逗号"),
        ";" => new("Semicolon", "分号"),
        "\t" or "\\t" => new("Tab", "制表符"),
        "|" => new("Vertical bar", "竖线"),
        " " => new("Blank", "空格"),
        TableSource.OneColumn => new("None: one column", "无：只有一列"),
        _ => Localized.Same(delimiter),
    };

    public static Localized OfDecimal(string mark) => mark == "," ? new("Decimal comma: 1,5", "小数点用逗号：1,5") : new("Decimal point: 1.5", "小数点：1.5");
}
