using System.Text.RegularExpressions;

namespace Builder.Proposals.Columns;

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
