using System.Text.RegularExpressions;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Guesses which column a person wants to predict: by its name, else the last one that can be predicted.</summary>
internal static partial class TargetGuess
{
    /// <summary>More classes than this are rarely what somebody wants to predict.</summary>
    private const int UsualClasses = 50;

    /// <summary>The name of the column, or null where none can be predicted.</summary>
    public static string? Of(SourceInspection inspection, IReadOnlyList<ColumnChoice> columns)
    {
        var possible = columns.Select((column, i) => (Column: column, Profile: inspection.Profiles[i]))
            .Where(c => c.Column.Use != ColumnUse.Ignored && CanBeTarget(c.Column.Type) && IsUsual(c.Column, c.Profile))
            .Select(c => c.Column.Name).ToArray();
        return possible.FirstOrDefault(n => Certain().IsMatch(n)) ?? possible.FirstOrDefault(n => Likely().IsMatch(n)) ?? possible.LastOrDefault();
    }

    /// <summary>True for columns of a type that a network can learn to predict.</summary>
    public static bool CanBeTarget(ColumnType type) => type is ColumnType.Number or ColumnType.Category;

    private static bool IsUsual(ColumnChoice column, ColumnProfile profile) =>
        profile.Distinct > 1 && (column.Type == ColumnType.Number || profile.Distinct <= UsualClasses) && !Clock().IsMatch(column.Name);

    [GeneratedRegex(@"^(target|label|labels|class|y|outcome|result|答案|目标|标签|类别|结果)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Certain();

    [GeneratedRegex(
        @"(^|[_\s.-])(target|label|class|species|diagnosis|churn(ed)?|survived|default(ed)?|fraud|price|outcome|quality|rating|topic|sentiment|category|strength|cultivar|digit|demand|sales|is_?spam|spam)([_\s.-]|$)|价格|价钱|房价|销量|销售额|流失|违约|类别|分类|种类|品种|标签|评分|情感|是否",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Likely();

    [GeneratedRegex(@"^(time|timestamp|date|datetime|year|month|day|hour|t|日期|时间|年|月|日)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}

/// <summary>Finds a unit that is part of a column's name, such as "body_mass_g" or "length (cm)".</summary>
internal static partial class UnitInName
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mm"] = "mm", ["cm"] = "cm", ["m"] = "m", ["km"] = "km", ["g"] = "g", ["kg"] = "kg", ["t"] = "t", ["ml"] = "ml", ["l"] = "l",
        ["mpa"] = "MPa", ["kpa"] = "kPa", ["pa"] = "Pa", ["hpa"] = "hPa", ["usd"] = "USD", ["eur"] = "EUR", ["cny"] = "CNY", ["rmb"] = "RMB",
        ["kwh"] = "kWh", ["kw"] = "kW", ["ppm"] = "ppm", ["ms"] = "ms", ["pct"] = "%", ["percent"] = "%", ["元"] = "元", ["万元"] = "万元",
    };

    /// <summary>The unit, or null.</summary>
    public static string? Of(string name) =>
        InBrackets().Match(name) is { Success: true } bracketed ? bracketed.Groups["unit"].Value.Trim()
        : AtEnd().Match(name) is { Success: true } end && Known.TryGetValue(end.Groups["unit"].Value, out var unit) ? unit
        : null;

    [GeneratedRegex(@"[(（\[](?<unit>[^()（）\[\]]{1,12})[)）\]]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[_\s](?<unit>[\p{L}]{1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();
}
