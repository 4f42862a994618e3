using Builder.Graph;

namespace Builder.Web.Instruments.Grids;

/// <summary>What a grid and the tools over it say.</summary>
public static class GridTexts
{
    /// <summary>Every value.</summary>
    public static Localized All { get; } = new("All", "全部");

    /// <summary>Looks through all columns.</summary>
    public static Localized Search { get; } = new("Search all columns", "在所有列中搜索");

    /// <summary>Chooses what is shown.</summary>
    public static Localized Columns { get; } = new("Columns", "显示的列");

    /// <summary>Puts rows together.</summary>
    public static Localized Group { get; } = new("Group by", "分组方式");

    /// <summary>No groups.</summary>
    public static Localized NoGroup { get; } = new("Not grouped", "不分组");

    /// <summary>Shows everything again.</summary>
    public static Localized Unfilter { get; } = new("Show all", "显示全部");

    /// <summary>No row meets what was asked for.</summary>
    public static Localized Nothing { get; } = new("No row fits the filters.", "没有符合筛选条件的行。");

    /// <summary>How a filter over numbers is written.</summary>
    public static Localized NumberHint { get; } = new("Write > 5, <= 3, 1..9 or a number.", "可以输入 > 5、<= 3、1..9 或一个数字。");

    /// <summary>How a filter over dates is written.</summary>
    public static Localized DateHint { get; } = new(
        "Write 2024, 2024-05, 2024-05-31, > 2024-05 or 2023..2024.", "可以输入 2024、2024-05、2024-05-31、> 2024-05 或 2023..2024。");

    /// <summary>How a filter over texts is written.</summary>
    public static Localized TextHint { get; } = new("A part of the text; =word for exactly that, !word for all others.", "输入文字的一部分；=词 表示完全相同，!词 表示不含该词。");

    /// <summary>Names the field over a column.</summary>
    public static Localized FilterOf(string column) => new($"Filter {column}", $"筛选：{column}");

    /// <summary>How many of all rows are shown.</summary>
    public static Localized Count(int shown, int all) => shown == all
        ? new(all == 1 ? "1 row" : $"{all:N0} rows", $"{all:N0} 行")
        : new($"{shown:N0} of {all:N0} rows", $"{all:N0} 行中的 {shown:N0} 行");
}
