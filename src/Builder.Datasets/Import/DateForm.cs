using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Import;

/// <summary>How a column writes its dates, so that a date chosen in a calendar looks like those that are there.</summary>
/// <param name="Order">The order of the parts.</param>
/// <param name="Pattern">As .NET writes it, such as "dd.MM.yyyy HH:mm".</param>
/// <param name="HasTime">Whether a time of day follows.</param>
public sealed partial record DateForm(DateOrder Order, string Pattern, bool HasTime)
{
    /// <summary>2015-12-31.</summary>
    public static DateForm Plain { get; } = new(DateOrder.YearFirst, "yyyy-MM-dd", HasTime: false);

    /// <summary>The usual form of an order, where no date shows another.</summary>
    public static DateForm Usual(DateOrder order) => order switch
    {
        DateOrder.DayFirst => new(order, "dd'.'MM'.'yyyy", HasTime: false),
        DateOrder.MonthFirst => new(order, "MM'/'dd'/'yyyy", HasTime: false),
        _ => Plain,
    };

    /// <summary>The form of given dates; null where they are none, or say more than a calendar could give back, such as seconds' fractions or a time zone.</summary>
    /// <param name="texts">Dates of the column; missing ones aside.</param>
    /// <param name="known">The order, where it is known already: a few dates may not tell day and month apart.</param>
    public static DateForm? Of(IEnumerable<string?> texts, DateOrder? known = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var given = texts.OfType<string>().ToArray();
        if ((known ?? DateText.Detect(given)) is not { } order)
        {
            return null;
        }

        // "1.5.2015" beside "31.12.2015" shows that numbers are not filled up with zeros.
        var patterns = given.Select(text => PatternOf(text, order)).Distinct().ToArray();
        return patterns.Any(p => p is null) ? null
            : patterns.OfType<string>().MinBy(p => p.Length) is { } pattern ? new DateForm(order, pattern, pattern.Contains('H', StringComparison.Ordinal)) : null;
    }

    /// <summary>A moment as the column would write it.</summary>
    public string Write(DateTime moment) => moment.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>The moment of a text; null where it is none in this order.</summary>
    public DateTime? Read(string? text) => text is not null && DateText.TryParse(text.Trim(), Order, out var date) ? date : null;

    private static string? PatternOf(string text, DateOrder order)
    {
        if (Parts().Match(text) is not { Success: true } parts)
        {
            return null;
        }

        string Two(string group, string name) => IsFilled(parts) || parts.Groups[group].Value[0] == '0' ? name + name : name;
        var (one, two, three) = order switch
        {
            DateOrder.YearFirst => ("yyyy", Two("b", "M"), Two("c", "d")),
            DateOrder.MonthFirst => (Two("a", "M"), Two("b", "d"), "yyyy"),
            _ => (Two("a", "d"), Two("b", "M"), "yyyy"),
        };
        var day = parts.Groups["y"].Success ? $"{one}年{two}月{three}日" : $"{one}'{parts.Groups["x"].Value}'{two}'{parts.Groups["x"].Value}'{three}";
        return parts.Groups["t"].Success
            ? day + $"'{parts.Groups["t"].Value}'" + (parts.Groups["h"].Length == 2 ? "HH" : "H") + "':'mm" + (parts.Groups["s"].Success ? "':'ss" : "")
            : day;
    }

    // Nothing shorter than two digits anywhere: numbers are filled up.
    private static bool IsFilled(Match parts) => parts.Groups["a"].Length >= 2 && parts.Groups["b"].Length >= 2 && parts.Groups["c"].Length >= 2;

    [GeneratedRegex(@"^(?<a>\d{1,4})(?:(?<x>[-/.])(?<b>\d{1,2})\k<x>(?<c>\d{1,4})|(?<y>年)(?<b>\d{1,2})月(?<c>\d{1,2})日)(?:(?<t>[T ])(?<h>\d{1,2}):\d{2}(?<s>:\d{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
