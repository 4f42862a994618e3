using System.Collections.Frozen;

namespace Builder.Datasets.Numbers;

/// <summary>
/// The units that are understood beside a number or in the name of a column. Whatever is not here is no unit: "TP53" is a name and "12a" a
/// house number.
/// </summary>
public static class Units
{
    /// <summary>A share of a hundred.</summary>
    public const string Percent = "%";

    private static readonly FrozenDictionary<string, string> Currencies = Table(
        ["USD", "EUR", "GBP", "CNY", "RMB", "JPY", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "KRW", "INR", "BRL", "MXN", "ZAR", "SEK", "NOK", "DKK",
            "PLN", "CZK", "HUF", "RON", "RUB", "TRY", "AED", "SAR", "ILS", "THB", "MYR", "IDR", "PHP", "VND", "EGP", "NGN", "ARS", "CLP", "COP",
            "US$", "A$", "C$", "NZ$", "HK$", "NT$", "S$", "R$", "Rs", "Rs.", "kr", "kr.", "zł", "Kč", "Ft", "Fr.", "SFr.", "元", "万元", "亿元", "美元", "欧元", "港元", "日元", "英镑"]);

    private static readonly FrozenDictionary<string, string> Measures = Table(
        ["mm", "cm", "dm", "m", "km", "µm", "nm", "in", "ft", "yd", "mi", "mm²", "cm²", "m²", "km²", "ha", "m³", "cm³", "ml", "cl", "dl", "l", "gal",
            "µg", "mg", "g", "kg", "t", "oz", "lb", "lbs", "Pa", "hPa", "kPa", "MPa", "GPa", "bar", "mbar", "psi", "mmHg", "N", "kN", "Nm",
            "W", "kW", "MW", "Wh", "kWh", "MWh", "J", "kJ", "MJ", "cal", "kcal", "V", "mV", "kV", "A", "mA", "Ah", "mAh", "Ω", "kΩ", "Hz", "kHz", "MHz", "GHz",
            "°", "°C", "°F", "K", "ns", "µs", "ms", "s", "sec", "min", "h", "hr", "hrs", "d", "day", "days", "week", "weeks", "month", "months", "year", "years", "yr", "yrs",
            "m/s", "km/h", "mph", "kn", "rpm", "bpm", "B", "kB", "MB", "GB", "TB", "ppm", "ppb", "dB", "lx", "lm", "mol", "mmol/l", "mg/dl", "g/l", "g/cm³", "kg/m³", "kg/m²", "pt", "pts", "pcs",
            "毫米", "厘米", "米", "公里", "千米", "平方米", "平米", "亩", "公顷", "立方米", "毫升", "升", "毫克", "克", "千克", "公斤", "斤", "吨", "秒", "分", "分钟", "小时", "天", "周", "个月", "月", "年", "岁",
            "度", "个", "件", "人", "次", "台", "辆", "套", "间", "层", "万", "亿"],
        ("m2", "m²"), ("sqm", "m²"), ("㎡", "m²"), ("km2", "km²"), ("cm2", "cm²"), ("mm2", "mm²"), ("m3", "m³"), ("cm3", "cm³"), ("ccm", "cm³"), ("um", "µm"), ("μm", "µm"),
        ("ug", "µg"), ("μg", "µg"), ("us", "µs"), ("μs", "µs"), ("℃", "°C"), ("℉", "°F"), ("L", "l"), ("mL", "ml"), ("dL", "dl"), ("kmh", "km/h"), ("kph", "km/h"), ("KB", "kB"), ("mmol/L", "mmol/l"),
        ("mg/dL", "mg/dl"), ("g/L", "g/l"), ("KG", "kg"), ("Kg", "kg"), ("KM", "km"), ("Km", "km"), ("CM", "cm"), ("MM", "mm"), ("℅", Percent));

    private static readonly FrozenDictionary<string, string> InNames = new[] { "mm", "cm", "m", "km", "g", "kg", "t", "ml", "l", "MPa", "kPa", "Pa", "hPa", "USD", "EUR", "GBP", "CNY", "RMB", "kWh", "kW", "ppm", "ms", "元", "万元" }
        .ToDictionary(u => u, StringComparer.OrdinalIgnoreCase).Append(new("pct", Percent)).Append(new("percent", Percent)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The unit that the last word of a column's name stands for, whatever its capital letters; null for any other word.</summary>
    public static string? InName(string word) => InNames.GetValueOrDefault(word);

    /// <summary>The unit that stands behind a number, in its usual spelling; null where the text is none.</summary>
    public static string? AfterNumber(string text) =>
        text is "%" or "‰" ? text : Measures.GetValueOrDefault(text) ?? Currency(text);

    /// <summary>The currency that stands before or behind an amount: a sign such as € or a code such as EUR; null where the text is none.</summary>
    public static string? Currency(string text) =>
        text is [var sign] && char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.CurrencySymbol ? text
        : Currencies.GetValueOrDefault(text);

    /// <summary>True for a sign or code that <see cref="Currency"/> gives.</summary>
    public static bool IsCurrency(string unit) => Currency(unit) is not null;

    private static FrozenDictionary<string, string> Table(string[] usual, params (string Spelling, string Unit)[] others) =>
        usual.Select(u => (Spelling: u, Unit: u)).Concat(others).ToFrozenDictionary(u => u.Spelling, u => u.Unit, StringComparer.Ordinal);
}
